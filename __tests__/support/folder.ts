import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** File path, relative to the folder → text, or data to write as JSON. */
export type Files = Readonly<Record<string, string | object>>;

/** A new folder outside the repository with these files; it goes when the test file is done. */
export async function scratchFolder(files: Files = {}): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "groundplan-test-"));
  scratch.push(folder);
  await writeFiles(folder, files);
  return folder;
}

/** Writes `files` into `folder`, over what is there. */
export async function writeFiles(folder: string, files: Files): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, typeof content === "string" ? content : JSON.stringify(content, null, 2));
  }
}

const scratch: string[] = [];

afterAll(async () => {
  await Promise.all(scratch.splice(0).map((folder) => rm(folder, { recursive: true, force: true })));
});
