import { readFileSync } from "node:fs";
import { inflateRawSync } from "node:zlib";

/** One entry of a zip, as its central directory tells it. */
export interface ZipEntry {
  readonly path: string;
  readonly mode: number;
  readonly madeOn: number;
  readonly dosTime: number;
  readonly content: Buffer;
}

const centralHeader = 0x02014b50;

/** Reads a zip with nothing of the code under test: only the format's fixed offsets and Node's own inflate. */
export function readZip(file: string): ZipEntry[] {
  const zip = readFileSync(file);
  const end = zip.length - 22;
  const entries: ZipEntry[] = [];
  let at = zip.readUInt32LE(end + 16);
  while (at < end) {
    if (zip.readUInt32LE(at) !== centralHeader) throw new Error(`no entry at ${at}`);
    entries.push(readEntry(zip, at));
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  expect(entries).toHaveLength(zip.readUInt16LE(end + 10));
  return entries;
}

function readEntry(zip: Buffer, at: number): ZipEntry {
  const local = zip.readUInt32LE(at + 42);
  const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  return {
    path: zip.toString("utf8", at + 46, at + 46 + zip.readUInt16LE(at + 28)),
    mode: zip.readUInt32LE(at + 38) >>> 16,
    madeOn: zip.readUInt8(at + 5),
    dosTime: zip.readUInt32LE(at + 12),
    content: inflateRawSync(zip.subarray(start, start + zip.readUInt32LE(at + 20))),
  };
}

/** Path → text of a zip's entries. */
export function zipTexts(file: string): Record<string, string> {
  return Object.fromEntries(readZip(file).map(({ path, content }) => [path, content.toString()]));
}
