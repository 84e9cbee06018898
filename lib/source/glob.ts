import { realpathSync } from "node:fs";
import { isAbsolute, relative, sep, win32 } from "node:path";
import { globSync } from "tinyglobby";
import { type Location, UserError } from "../diagnostic";

/**
 * The files below `root` that a pattern (`*`, `?`, `**`) names, as sorted paths relative to `root` with `/`; hidden
 * files and `node_modules` are left out unless the pattern names them. Throws a UserError, at the place of the pattern
 * where given, if there is none, or if the pattern or a symbolic link leads out of `root`.
 */
export function expandGlob(root: string, pattern: string, location?: Location): string[] {
  const fail = (message: string, help: string): never => {
    throw new UserError([{ message, location, help }]);
  };
  if (leaves(pattern)) fail(`${pattern} leads out of the folder of the spec`, "name files below that folder");
  const files = match(root, pattern);
  if (files.length === 0) fail(`${pattern} names no file`, `patterns start at the folder of the spec`);
  const outside = files.find((file) => !isInside(root, file));
  if (outside) fail(`${outside} is a symbolic link out of the folder of the spec`, "name files below that folder");
  return files;
}

function leaves(pattern: string): boolean {
  return isAbsolute(pattern) || win32.isAbsolute(pattern) || pattern.split(/[\\/]/).includes("..");
}

function match(root: string, pattern: string): string[] {
  const ignore = pattern.includes("node_modules") ? [] : ["**/node_modules/**"];
  const options = { cwd: root, ignore, expandDirectories: false, braceExpansion: false, extglob: false };
  return globSync([pattern], options).sort((a, b) => (a < b ? -1 : 1));
}

function isInside(root: string, file: string): boolean {
  const path = relative(realpathSync(root), realpathSync(`${root}${sep}${file}`));
  return path.split(sep)[0] !== ".." && !isAbsolute(path);
}
