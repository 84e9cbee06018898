import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ignore from "ignore";

/** Name of the file in a code folder that lists what stays out of its package, in the syntax of `.gitignore`. */
export const ignoreFileName = ".groundplanignore";

/** Left out of every package: history, litter of operating systems, and bytecode that carries times of its own. */
const builtIn = [".git", ".hg", ".svn", ".DS_Store", "Thumbs.db", "__pycache__/", `/${ignoreFileName}`];

/** Says whether a path is left out; `path` is relative, with forward slashes, and a folder's ends in a slash. */
export type IgnoreRules = (path: string) => boolean;

/**
 * Reads the rules of a code folder: the built-in ones, then those of its ignore file, which may take a built-in back
 * (`!__pycache__/`). Letter case counts on every system, so that a folder packs the same everywhere.
 */
export function readIgnoreRules(folder: string): IgnoreRules {
  const rules = ignore({ ignorecase: false }).add(builtIn);
  const file = join(folder, ignoreFileName);
  if (existsSync(file)) rules.add(readFileSync(file, "utf8").replace(/^\uFEFF/, ""));
  return (path) => rules.ignores(path);
}
