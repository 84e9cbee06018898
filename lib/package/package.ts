import { createHash, randomBytes } from "node:crypto";
import { closeSync, openSync, writeFileSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { digestEntries } from "./digest";
import { type Entry, listEntries } from "./entries";
import { statsOf } from "./folder";
import { lambdaLimits, type PackageLimits } from "./limits";
import { packageFileName, partialFileName } from "./names";
import { readFile } from "./read";
import { type PackageSource, sourceError } from "./source";
import { zipEntries } from "./zip";

/** A code folder as a zip. */
export interface Package {
  /** Absolute path of the zip, `<into>/<name>-<digest>.zip`. */
  readonly file: string;
  /** Digest of the folder's content: 16 hex digits, the same wherever the content is the same. */
  readonly digest: string;
  /** SHA-256 of the zip in base64, which is what AWS Lambda returns as `CodeSha256`. */
  readonly sourceCodeHash: string;
  /** Bytes of the zip. */
  readonly size: number;
  /** Whether the zip was there already. */
  readonly reused: boolean;
}

/**
 * Packages a code folder as a zip whose bytes depend on nothing but paths, contents and executable bits. If a zip of
 * the same content is there, nothing is zipped.
 *
 * @throws UserError if the folder cannot be packaged or the package exceeds the limits; nothing is left behind then.
 */
export async function packageFolder(source: PackageSource, limits = lambdaLimits): Promise<Package> {
  const job = { source, limits, entries: listEntries(source, limits) };
  return findPackage(job) ?? (await makePackage(job));
}

/**
 * What {@link packageFolder} would return, without writing anything; `reused` says whether the zip is there.
 *
 * @throws UserError as {@link packageFolder} does.
 */
export async function previewPackage(source: PackageSource, limits = lambdaLimits): Promise<Package> {
  const job = { source, limits, entries: listEntries(source, limits) };
  return findPackage(job) ?? zipInto(job, () => {});
}

interface Job {
  readonly source: PackageSource;
  readonly limits: PackageLimits;
  readonly entries: readonly Entry[];
}

function findPackage({ source, entries }: Job): Package | undefined {
  const digest = digestEntries(entries);
  const file = fileOf(source, digest);
  const stats = statsOf(file);
  if (!stats?.isFile()) return undefined;
  const hash = createHash("sha256");
  readFile(file, (chunk) => hash.update(chunk));
  return { file, digest, sourceCodeHash: hash.digest("base64"), size: stats.size, reused: true };
}

async function makePackage(job: Job): Promise<Package> {
  const { into, name } = job.source;
  await mkdir(into, { recursive: true });
  const partial = join(into, partialFileName(name, randomBytes(8).toString("hex")));
  try {
    const made = zipToFile(job, partial);
    await rename(partial, made.file);
    return made;
  } finally {
    await rm(partial, { force: true });
  }
}

function zipToFile(job: Job, path: string): Package {
  const descriptor = openSync(path, "wx");
  try {
    return zipInto(job, (bytes) => writeFileSync(descriptor, bytes));
  } finally {
    closeSync(descriptor);
  }
}

function zipInto({ source, limits, entries }: Job, write: (bytes: Uint8Array) => void): Package {
  const hash = createHash("sha256");
  let size = 0;
  const digest = zipEntries(entries, (bytes) => {
    size += bytes.length;
    if (size > limits.zipped) throw tooLarge(source, limits);
    hash.update(bytes);
    write(bytes);
  });
  return { file: fileOf(source, digest), digest, sourceCodeHash: hash.digest("base64"), size, reused: false };
}

function fileOf({ into, name }: PackageSource, digest: string): string {
  return join(resolve(into), packageFileName(name, digest));
}

function tooLarge(source: PackageSource, limits: PackageLimits): Error {
  return sourceError(source, {
    message: `The package of "${source.folder}" is larger than ${limits.zipped} bytes, the most that can be uploaded.`,
    help: "Upload it to S3 and name the object: `code: { s3: … }`; or leave out what the code does not need at run time.",
  });
}
