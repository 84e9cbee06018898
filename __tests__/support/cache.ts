import { mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";

/** What tests keep between runs: a provider of 700 MB, a Python environment. Deleting it is always safe. */
export const cacheFolder = join(__dirname, "..", "..", ".cache");

/**
 * Makes `folder` where it is not complete. `make` fills a folder beside it, which is then renamed: of two test runs at
 * once neither sees a half of it.
 *
 * @throws whatever `make` throws
 */
export async function makeOnce(
  folder: string,
  isComplete: () => Promise<boolean>,
  make: (staging: string) => Promise<void>,
): Promise<void> {
  if (await isComplete()) {
    return;
  }
  await rm(folder, { recursive: true, force: true });
  await mkdir(dirname(folder), { recursive: true });
  const staging = await mkdtemp(`${folder}-`);
  try {
    await make(staging);
    await rename(staging, folder);
  } catch (error) {
    await rm(staging, { recursive: true, force: true });
    if (!(await isComplete())) {
      throw error;
    }
  }
}
