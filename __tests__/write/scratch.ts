import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { type Changes, compare, type Tree, write } from "../../lib/write";

/** Path → text. */
export type Files = Readonly<Record<string, string>>;

/** A folder of its own for every test of a file, removed after it; `root` inside it does not exist at first. */
export function useRoot(): { readonly outside: string; readonly root: string } {
  let outside = "";
  beforeEach(() => {
    outside = realpathSync(mkdtempSync(join(tmpdir(), "groundplan-write-")));
  });
  afterEach(() => rmSync(outside, { recursive: true }));
  return {
    get outside() {
      return outside;
    },
    get root() {
      return join(outside, "infrastructure");
    },
  };
}

/** Writes files as a user does, with nothing of the code under test. */
export function put(root: string, files: Files): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

/** Every file and link below a folder, and every empty folder with a slash at its end; without our own books. */
export function contents(root: string): Files {
  const items = readdirSync(root, { recursive: true, withFileTypes: true }).map((item) => {
    const path = join(item.parentPath, item.name);
    if (item.isSymbolicLink()) return [[relative(root, path), `-> ${readlinkSync(path)}`]];
    if (!item.isDirectory()) return [[relative(root, path), readFileSync(path, "utf8")]];
    return readdirSync(path).length === 0 ? [[`${relative(root, path)}/`, ""]] : [];
  });
  return Object.fromEntries(items.flat().filter(([path]) => !path?.startsWith(".groundplan/")));
}

export const treeOf = (files: Files): Tree => new Map(Object.entries(files));

/** Compares and writes; what was done. */
export async function sync(root: string, files: Files, options?: { readonly force?: boolean }): Promise<Changes> {
  const changes = await compare(root, treeOf(files), options);
  await write(root, treeOf(files), changes);
  return changes;
}

/** Changes with the lists that are not named empty. */
export const changes = (some: Partial<Changes>): Changes => ({
  create: [],
  update: [],
  remove: [],
  unchanged: [],
  refused: [],
  ...some,
});
