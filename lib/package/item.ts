import { type Dirent, readlinkSync, realpathSync, type Stats } from "node:fs";
import { join, sep } from "node:path";
import type { Diagnostic } from "../diagnostic";
import { statsOf } from "./folder";

/** A folder on the way down. */
export interface Folder {
  /** Path inside the package, ending in a slash; "" for the code folder itself. */
  readonly path: string;
  readonly real: string;
  /** Real paths of the folders that lead here, itself included. */
  readonly parents: readonly string[];
}

/** What a walk meets in a folder. */
export interface Item {
  /** Path inside the package, with forward slashes. */
  readonly path: string;
  /** Where a link points to, as written in it; absent for everything else. */
  readonly target?: string;
  /** Absolute path of the item itself, or of what a link leads to in the end. */
  readonly real: string;
  /** What stands there; absent if a link leads nowhere. */
  readonly stats?: Stats;
}

/** Finds out what an item is, links followed. */
export function findItem(folder: Folder, dirent: Dirent): Item {
  const path = folder.path + dirent.name;
  const place = join(folder.real, dirent.name);
  if (!dirent.isSymbolicLink()) return { path, real: place, stats: statsOf(place) };
  const stats = statsOf(place);
  return { path, target: readlinkSync(place), real: stats ? realpathSync(place) : place, stats };
}

/** Why an item cannot be packaged; nothing if it can. `parents` are real paths, and so is `root`, the code folder. */
export function problemOf(item: Item, root: string, parents: readonly string[]): Diagnostic | undefined {
  const { path, target, real, stats } = item;
  if (path.includes("\uFFFD")) return { message: `The name of "${path}" is not valid UTF-8.`, help: "Rename it." };
  if (target !== undefined && !stats) return linkProblem(item, "which does not exist or leads back to the link");
  if (target !== undefined && real !== root && !real.startsWith(root + sep)) {
    return linkProblem(item, "which is outside the code folder");
  }
  if (stats?.isDirectory() && parents.includes(real)) return linkProblem(item, "a folder that contains the link");
  if (stats?.isDirectory() || stats?.isFile()) return undefined;
  return { message: `"${path}" is neither a file nor a folder.`, help: "Remove it, or list it in the ignore file." };
}

function linkProblem({ path, target }: Item, fault: string): Diagnostic {
  return {
    message: `The link "${path}" points to "${target}", ${fault}.`,
    help: "Replace the link by a copy, let it point to a file inside the code folder, or list it in the ignore file.",
  };
}
