import type { Dirent } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join, posix } from "node:path";
import { type Diagnostic, UserError } from "../diagnostic";
import { inBatches } from "./batches";
import { fold } from "./paths";

/** Path → text of files that exist. */
export type Texts = ReadonlyMap<string, string>;

/**
 * Reads those of the files that exist below the root, in which no link is followed.
 *
 * @throws UserError with all that stands in the way: links, folders where files belong, files where folders belong,
 * and names that differ in letter case only.
 */
export async function readExisting(root: string, paths: readonly string[]): Promise<Texts> {
  const survey: Survey = { root, listings: new Map(), problems: [] };
  const present = await inBatches(paths, async (path) => ((await findFile(survey, path)) ? [path] : []));
  if (survey.problems.length > 0) throw new UserError(survey.problems);
  const read = async (path: string) => [path, await readFile(join(root, path), "utf8")] as const;
  return new Map(await inBatches(present.flat(), read));
}

interface Listing {
  readonly byName: ReadonlyMap<string, Dirent>;
  readonly byFoldedName: ReadonlyMap<string, Dirent>;
}

interface Survey {
  readonly root: string;
  /** By path of the folder, "" being the root; each is read once. */
  readonly listings: Map<string, Promise<Listing>>;
  readonly problems: Diagnostic[];
}

async function findFile(survey: Survey, path: string): Promise<boolean> {
  const item = await findItem(survey, path);
  if (item && !item.isFile()) survey.problems.push(obstacle(path, item, "file"));
  return item?.isFile() ?? false;
}

async function findItem(survey: Survey, path: string): Promise<Dirent | undefined> {
  const name = posix.basename(path);
  const { byName, byFoldedName } = await listing(survey, folderOf(path));
  const item = byName.get(name);
  const twin = byFoldedName.get(fold(name));
  if (!item && twin) survey.problems.push(twinProblem(path, twin));
  return item;
}

function listing(survey: Survey, folder: string): Promise<Listing> {
  const known = survey.listings.get(folder);
  if (known) return known;
  const made = list(survey, folder);
  survey.listings.set(folder, made);
  return made;
}

async function list(survey: Survey, folder: string): Promise<Listing> {
  if (folder === "") return readFolder(survey.root);
  const item = await findItem(survey, folder);
  if (item?.isDirectory()) return readFolder(join(survey.root, folder));
  if (item) survey.problems.push(obstacle(folder, item, "folder"));
  return listingOf([]);
}

async function readFolder(path: string): Promise<Listing> {
  const items = await readdir(path, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    if (error.code !== "ENOTDIR") throw error;
    throw new UserError([{ message: `"${path}" is not a folder.`, help: "Name a folder for the output." }]);
  });
  return listingOf(items);
}

function listingOf(items: readonly Dirent[]): Listing {
  return {
    byName: new Map(items.map((item) => [item.name, item])),
    byFoldedName: new Map(items.map((item) => [fold(item.name), item])),
  };
}

function folderOf(path: string): string {
  return path.includes("/") ? posix.dirname(path) : "";
}

function obstacle(path: string, item: Dirent, wanted: string): Diagnostic {
  const kind = item.isSymbolicLink() ? "a link" : item.isDirectory() ? "a folder" : "a file";
  return {
    message: `"${path}" is ${kind} where a ${wanted} belongs.`,
    help: "Move it away: nothing is written through links or in place of what is not a plain file.",
  };
}

function twinProblem(path: string, { name }: Dirent): Diagnostic {
  return {
    message: `"${path}" differs from "${name}", which is there, in letter case only.`,
    help: `Rename or remove "${name}": on some systems the two are one.`,
  };
}
