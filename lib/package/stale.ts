import { readdir, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { isPackageFileName } from "./names";

/**
 * Removes packages that are no longer used, and what interrupted runs left of some. Only files named as we name ours
 * are touched.
 *
 * @param into - The folder that packages are kept in; need not exist.
 * @param keep - Absolute paths of the packages in use, as in `Package.file`.
 * @returns The absolute paths of what was removed, sorted.
 */
export async function removeStale(into: string, keep: ReadonlySet<string>): Promise<string[]> {
  const items = await readdir(resolve(into), { withFileTypes: true }).catch(noneIfMissing);
  const stale = items
    .filter((item) => item.isFile() && isPackageFileName(item.name))
    .map((item) => join(resolve(into), item.name))
    .filter((file) => !keep.has(file))
    .sort();
  await Promise.all(stale.map((file) => rm(file, { force: true })));
  return stale;
}

function noneIfMissing(error: NodeJS.ErrnoException): [] {
  if (error.code === "ENOENT") return [];
  throw error;
}
