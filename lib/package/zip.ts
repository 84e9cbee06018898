import { Zip, ZipDeflate } from "fflate";
import { readEntries } from "./digest";
import type { Entry } from "./entries";

/** fflate's compression is plain JavaScript on integers: the same bytes on every Node, zlib and processor. */
const compression = { level: 6, mem: 4 } as const;

/** "Version made by" Unix, without which the permissions are not read (PKWARE APPNOTE, 4.4.2). */
const unix = 3;

/** Marks a regular file in the upper half of the external attributes, beside the permissions. */
const regularFile = 0o100000;

/**
 * Zips entries, in the order given, and emits the bytes piece by piece. Returns the digest of what was read, which is
 * another than before if the folder has changed meanwhile.
 */
export function zipEntries(entries: readonly Entry[], emit: (bytes: Uint8Array) => void): string {
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    emit(bytes);
  });
  const digest = readEntries(entries, (entry) => {
    const member = memberOf(entry);
    zip.add(member);
    return (chunk, isLast) => member.push(chunk, isLast);
  });
  zip.end();
  return digest;
}

function memberOf({ path, mode }: Entry): ZipDeflate {
  const member = new ZipDeflate(path, compression);
  member.os = unix;
  member.attrs = ((regularFile | mode) << 16) >>> 0;
  // A zip has local times without a zone: the first instant that it can express, read back in the same zone.
  member.mtime = new Date(1980, 0, 1);
  return member;
}
