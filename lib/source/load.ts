import { readFileSync, type Stats, statSync } from "node:fs";
import { resolve } from "node:path";
import { type Diagnostic, UserError } from "../diagnostic";

/** The largest file that is read, in bytes. */
const LARGEST = 5 * 1024 * 1024;

/**
 * The text of a file, its path relative to `root`, without a byte order mark. Throws a UserError where it is missing,
 * no file, not to be read, larger than 5 MB or not UTF-8.
 */
export function loadText(root: string, path: string): string {
  const file = resolve(root, path);
  const stats = attempt(path, () => statSync(file));
  refuse(path, stats);
  return decode(
    path,
    attempt(path, () => readFileSync(file)),
  );
}

function refuse(path: string, stats: Stats): void {
  if (stats.isDirectory()) fail(`${path} is a folder, not a file`, "name the file in it");
  if (!stats.isFile()) fail(`${path} is not a regular file`, "name a file with text");
  if (stats.size <= LARGEST) return;
  const size = (stats.size / 1024 / 1024).toFixed(1);
  fail(`${path} is too large: ${size} MB, of at most 5 MB`, "split it: list further files under include");
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
