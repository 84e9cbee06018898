import { randomBytes } from "node:crypto";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { inBatches } from "./batches";
import { type Manifest, parseManifest } from "./manifest";
import { ownFolder } from "./paths";

/** Staged files, ready to be renamed into place. */
export interface Staging {
  /** Path in the root → absolute path of the staged file. */
  readonly files: ReadonlyMap<string, string>;
  /** Absolute path of the staged manifest. */
  readonly manifest: string;
}

/** In a staging folder, the manifest of what is about to be written; complete before the first file is moved. */
const journalName = "manifest.json";

const prefix = "staging-";

/** Writes files and the manifest to a folder of their own, on the file system that they will be renamed on. */
export async function stage(root: string, texts: ReadonlyMap<string, string>, manifest: string): Promise<Staging> {
  const folder = join(root, ownFolder, prefix + randomBytes(8).toString("hex"));
  await mkdir(folder, { recursive: true });
  const files = await inBatches([...texts], async ([path, text], index): Promise<[string, string]> => {
    const file = join(folder, `${index}`);
    await writeFile(file, text);
    return [path, file];
  });
  await writeFile(join(folder, journalName), manifest);
  return { files: new Map(files), manifest: join(folder, journalName) };
}

/**
 * What interrupted runs were about to write. Part of it may be in place already, so that a file of the root is ours
 * too if it is as one of these has it.
 */
export async function readJournals(root: string): Promise<Manifest[]> {
  const stagings = await findStagings(root);
  return (await Promise.all(stagings.map(readJournal))).flat();
}

/** Removes what runs have staged, the finished as well as the interrupted ones. */
export async function removeStagings(root: string): Promise<void> {
  for (const folder of await findStagings(root)) await rm(folder, { recursive: true, force: true });
}

async function findStagings(root: string): Promise<string[]> {
  const folder = join(root, ownFolder);
  const items = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return items
    .filter((item) => item.isDirectory() && item.name.startsWith(prefix))
    .map(({ name }) => join(folder, name));
}

/** A run that was interrupted before its journal was complete has moved nothing yet. */
async function readJournal(staging: string): Promise<Manifest[]> {
  try {
    return [parseManifest(await readFile(join(staging, journalName), "utf8"))];
  } catch {
    return [];
  }
}
