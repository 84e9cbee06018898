import { readFileSync, type Stats, statSync } from "node:fs";
import { resolve } from "node:path";
import { type Diagnostic, UserError } from "../diagnostic";

/** How large a file may be, and what to do where it is larger. */
export interface Limit {
  readonly megabytes: number;
  readonly help: string;
}

const ofSpecs: Limit = { megabytes: 5, help: "split it: list further files under include" };

/**
 * The text of a file, its path relative to `root`, without a byte order mark. Throws a UserError where it is missing,
 * no file, not to be read, too large (that of a spec: more than 5 MB) or not UTF-8.
 */
export function loadText(root: string, path: string, limit = ofSpecs): string {
  const file = resolve(root, path);
  const stats = attempt(path, () => statSync(file));
  refuse(path, stats, limit);
  return decode(
    path,
    attempt(path, () => readFileSync(file)),
  );
}

function refuse(path: string, stats: Stats, { megabytes, help }: Limit): void {
  if (stats.isDirectory()) fail(`${path} is a folder, not a file`, "name the file in it");
  if (!stats.isFile()) fail(`${path} is not a regular file`, "name a file with text");
  const size = stats.size / 1024 / 1024;
  if (size > megabytes) fail(`${path} is too large: ${size.toFixed(1)} MB, of at most ${megabytes} MB`, help);
}

function decode(path: string, bytes: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
    return fail(`${path} is not UTF-8${isUtf16 ? ", but UTF-16" : ""}`, "save it as UTF-8");
  }
}

const REASONS = new Map<unknown, Omit<Diagnostic, "location">>([
  ["ENOENT", { message: "does not exist", help: "check the path, and the folder that it starts from" }],
  ["ENOTDIR", { message: "does not exist", help: "a part of the path is a file, not a folder" }],
  ["EACCES", { message: "may not be read", help: "check the permissions of the file and of its folders" }],
  ["EPERM", { message: "may not be read", help: "check the permissions of the file and of its folders" }],
  ["ELOOP", { message: "is a symbolic link that leads back to itself", help: "name the file itself" }],
]);

function attempt<T>(path: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    const { message, help } = REASONS.get(code) ?? { message: `cannot be read (${code})` };
    return fail(`${path} ${message}`, help);
  }
}

function fail(message: string, help?: string): never {
  throw new UserError([{ message, help }]);
}
