import { type Dirent, readdirSync } from "node:fs";
import type { Diagnostic } from "../diagnostic";
import { openFolder, refuseOwnPackages } from "./folder";
import { type IgnoreRules, ignoreFileName, readIgnoreRules } from "./ignore";
import { type Folder, findItem, problemOf } from "./item";
import type { PackageLimits } from "./limits";
import { type PackageSource, sourceError } from "./source";

/** One file of a package. */
export interface Entry {
  /** Path inside the package, with forward slashes. */
  readonly path: string;
  /** Absolute path of the file that holds the content; for a link, of its target. */
  readonly file: string;
  /** Unix permissions: all that is kept is whether the owner may execute the file. */
  readonly mode: 0o644 | 0o755;
  /** Bytes. */
  readonly size: number;
}

/**
 * Lists the files of a code folder that go into its package, sorted by the bytes of their paths. Links stand for the
 * file or folder that they point to; empty folders are dropped.
 *
 * @throws UserError if the folder is missing, is no folder, has nothing to package, contains the packages themselves,
 * is too large, or has links and files that cannot be packaged (all of these at once).
 */
export function listEntries(source: PackageSource, limits: PackageLimits): Entry[] {
  const root = openFolder(source);
  const ignores = readIgnoreRules(root);
  refuseOwnPackages(source, root, ignores);
  const walk: Walk = { root, ignores, limits, entries: [], problems: [] };
  visitFolder(walk, { path: "", real: root, parents: [root] });
  if (walk.problems.length > 0) throw sourceError(source, ...walk.problems);
  const fault = amountFault(walk.entries, limits);
  if (fault) throw sourceError(source, { message: `The code folder "${source.folder}" ${fault}.`, help: amountHelp });
  return walk.entries.sort((a, b) => Buffer.compare(Buffer.from(a.path), Buffer.from(b.path)));
}

interface Walk {
  readonly root: string;
  readonly ignores: IgnoreRules;
  readonly limits: PackageLimits;
  readonly entries: Entry[];
  readonly problems: Diagnostic[];
}

function visitFolder(walk: Walk, folder: Folder): void {
  for (const dirent of readdirSync(folder.real, { withFileTypes: true })) {
    // Links among folders can multiply what a walk meets; one entry too many is enough for the error.
    if (walk.entries.length <= walk.limits.files) visit(walk, folder, dirent);
  }
}

function visit(walk: Walk, folder: Folder, dirent: Dirent): void {
  const item = findItem(folder, dirent);
  const { path, real, stats } = item;
  if (walk.ignores(stats?.isDirectory() ? `${path}/` : path)) return;
  const problem = problemOf(item, walk.root, folder.parents);
  if (problem) walk.problems.push(problem);
  else if (stats?.isDirectory()) visitFolder(walk, { path: `${path}/`, real, parents: [...folder.parents, real] });
  else if (stats) walk.entries.push({ path, file: real, mode: stats.mode & 0o100 ? 0o755 : 0o644, size: stats.size });
}

const amountHelp = `What the code does not need at run time can be listed in a file "${ignoreFileName}" inside the folder.`;

function amountFault(entries: readonly Entry[], limits: PackageLimits): string | undefined {
  const size = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (entries.length === 0) return "has no file to package";
  if (entries.length > limits.files) return `has more than ${limits.files} files, the most that a package can list`;
  if (size > limits.unzipped) return `holds ${size} bytes; a package may hold ${limits.unzipped} bytes unzipped`;
  return undefined;
}
