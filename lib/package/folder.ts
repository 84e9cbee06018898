import { realpathSync, type Stats, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { type IgnoreRules, ignoreFileName } from "./ignore";
import { type PackageSource, sourceError } from "./source";

/**
 * The real path of a code folder.
 *
 * @throws UserError if it is missing or no folder.
 */
export function openFolder(source: PackageSource): string {
  const stats = statsOf(source.folder);
  if (stats?.isDirectory()) return realpathSync(source.folder);
  throw sourceError(source, {
    message: `The code folder "${source.folder}" ${stats ? "is not a folder" : "does not exist"}.`,
    help: stats
      ? "Name the folder that holds this file: a package is made of all that a folder holds."
      : "Create the folder, or correct its path.",
  });
}

/**
 * Refuses a code folder in which packages are kept: each package would hold the earlier ones and never be the same twice.
 *
 * @throws UserError unless the ignore rules leave the folder for packages out.
 */
export function refuseOwnPackages(source: PackageSource, root: string, ignores: IgnoreRules): void {
  const inside = relative(root, realPath(source.into));
  const steps = inside.split(sep);
  if (steps[0] === ".." || resolve(inside) === inside) return;
  if (inside !== "" && ignores(`${steps.join("/")}/`)) return;
  throw sourceError(source, {
    message: `The code folder "${source.folder}" contains "${source.into}", where packages are kept.`,
    help: `Name a folder that holds only the code, or list the folder with the output in its "${ignoreFileName}".`,
  });
}

/** What stands at a path, links followed; nothing if that cannot be reached. */
export function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

/** The real path of what may not exist yet. */
function realPath(path: string): string {
  const absolute = resolve(path);
  return statsOf(absolute) ? realpathSync(absolute) : join(realPath(dirname(absolute)), basename(absolute));
}
