import { randomBytes } from "node:crypto";
import { readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { UserError } from "../../index";

/**
 * Gives files other texts, all of them or none: each is written beside its file first, and renamed into its place.
 * @throws UserError where one cannot be written; the others are then as they were.
 */
export async function replaceAll(texts: ReadonlyMap<string, string>): Promise<void> {
  const suffix = `.${randomBytes(6).toString("hex")}.tmp`;
  const before = new Map<string, string>();
  try {
    for (const [file, text] of texts) await writeFile(file + suffix, text, { mode: (await stat(file)).mode });
    for (const file of texts.keys()) {
      before.set(file, await readFile(file, "utf8"));
      await rename(file + suffix, file);
    }
  } catch (error) {
    for (const [file, text] of before) await writeFile(file, text);
    for (const file of texts.keys()) await rm(file + suffix, { force: true });
    const { code, path } = error as NodeJS.ErrnoException;
    throw new UserError([{ message: `cannot write "${path}" (${code})`, help: "nothing was changed" }]);
  }
}
