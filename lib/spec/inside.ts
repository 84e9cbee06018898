import fs from "node:fs";
import path from "node:path";

/** Whether a file or folder is below a folder or is it, symbolic links followed; both are absolute paths. */
export function isInside(root: string, file: string): boolean {
  const isThere = fs.existsSync(file);
  return isBelow(root, file) && (!isThere || isBelow(fs.realpathSync(root), fs.realpathSync(file)));
}

const isBelow = (root: string, file: string) => file === root || file.startsWith(root + path.sep);
