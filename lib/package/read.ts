import { closeSync, openSync, readSync } from "node:fs";

/**
 * Bytes per read. Compressed bytes depend on how the content is cut, so every chunk but a file's last has exactly this
 * size.
 */
const chunkSize = 64 * 1024;

const buffer = new Uint8Array(chunkSize);

/** Takes the content of a file piece by piece. A chunk is only valid during the call; the last one may be empty. */
export type Consumer = (chunk: Uint8Array, isLast: boolean) => void;

/**
 * Reads a file into a consumer, through one buffer for all files. Reading is synchronous: a package is made of many
 * small files, for which waiting takes several times as long as reading.
 */
export function readFile(file: string, consume: Consumer): void {
  const descriptor = openSync(file, "r");
  try {
    let length: number;
    do {
      length = fill(descriptor);
      consume(buffer.subarray(0, length), length < chunkSize);
    } while (length === chunkSize);
  } finally {
    closeSync(descriptor);
  }
}

/** Reads until the buffer is full or the file ends; one call to the system may stop short of both. */
function fill(descriptor: number): number {
  let length = 0;
  let read: number;
  do {
    read = readSync(descriptor, buffer, length, chunkSize - length, null);
    length += read;
  } while (read > 0 && length < chunkSize);
  return length;
}
