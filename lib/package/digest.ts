import { createHash } from "node:crypto";
import type { Entry } from "./entries";
import { type Consumer, readFile } from "./read";

/** Raised whenever the same folder would give another zip than before. */
const formatVersion = 1;

/**
 * Reads every entry once, hands its content to a consumer, and returns the digest of paths, modes and contents: 16 hex
 * digits.
 */
export function readEntries(entries: readonly Entry[], open: (entry: Entry) => Consumer): string {
  const digest = createHash("sha256").update(`${formatVersion}\n`);
  for (const entry of entries) {
    const content = createHash("sha256");
    const consume = open(entry);
    readFile(entry.file, (chunk, isLast) => {
      content.update(chunk);
      consume(chunk, isLast);
    });
    digest.update(`${JSON.stringify([entry.path, entry.mode, content.digest("hex")])}\n`);
  }
  return digest.digest("hex").slice(0, 16);
}

/** The digest alone; see {@link readEntries}. */
export function digestEntries(entries: readonly Entry[]): string {
  return readEntries(entries, () => () => {});
}
