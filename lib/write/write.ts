import { mkdir, readFile, rename, rm, rmdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { UserError } from "../diagnostic";
import { inBatches } from "./batches";
import type { Changes, Refusal, Tree } from "./compare";
import { manifestPath, printManifest } from "./manifest";
import { foldersAbove } from "./paths";
import { removeStagings, stage } from "./staging";

/**
 * Makes a folder hold a tree. Files are staged inside the root and renamed into place, the manifest last, so that each
 * is there whole or not at all; after an interrupted run, the next one carries on from what is there.
 *
 * @param root - The folder; made if missing.
 * @param changes - What `compare` has just found for the same root and tree.
 * @throws UserError if anything is refused; nothing is written then.
 */
export async function write(root: string, tree: Tree, changes: Changes): Promise<void> {
  if (changes.refused.length > 0) throw new UserError(changes.refused.map((refusal) => explain(refusal, tree)));
  const changed = new Set([...changes.create, ...changes.update]);
  const texts = new Map([...tree].filter(([path]) => changed.has(path)));
  const manifest = printManifest(tree);
  if (texts.size + changes.remove.length > 0 || manifest !== (await readManifest(root))) {
    const staging = await stage(root, texts, manifest);
    await moveIntoPlace(root, staging.files);
    await removeFiles(root, changes.remove);
    await rename(staging.manifest, join(root, manifestPath));
  }
  await removeStagings(root);
}

function explain({ path, why }: Refusal, tree: Tree) {
  const verb = tree.has(path) ? "overwrite" : "remove";
  return why === "edited"
    ? {
        message: `"${path}" was edited after Groundplan wrote it; to ${verb} it would lose the edit.`,
        help: `Move the edit to a file of your own and restore this one, or run again with --force to ${verb} it.`,
      }
    : {
        message: `"${path}" is there already, and Groundplan did not write it.`,
        help: `Move or rename it, or run again with --force to ${verb} it.`,
      };
}

async function readManifest(root: string): Promise<string | undefined> {
  return readFile(join(root, manifestPath), "utf8").catch(() => undefined);
}

async function moveIntoPlace(root: string, files: ReadonlyMap<string, string>): Promise<void> {
  const folders = new Set([...files.keys()].map((path) => dirname(join(root, path))));
  await inBatches([...folders], (folder) => mkdir(folder, { recursive: true }));
  await inBatches([...files], ([path, staged]) => rename(staged, join(root, path)));
}

async function removeFiles(root: string, paths: readonly string[]): Promise<void> {
  await inBatches(paths, (path) => rm(join(root, path), { force: true }));
  const folders = [...new Set(paths.flatMap(foldersAbove))].sort((a, b) => b.length - a.length);
  for (const folder of folders) await rmdir(join(root, folder)).catch(unlessInUse);
}

function unlessInUse(error: NodeJS.ErrnoException): void {
  if (error.code !== "ENOTEMPTY" && error.code !== "EEXIST" && error.code !== "ENOENT") throw error;
}
