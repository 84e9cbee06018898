import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";

/** Writes the type declarations of the library to `dist/types`. */
export async function declareTypes(root: string): Promise<void> {
  const tsc = join(root, "node_modules/typescript/bin/tsc");
  await promisify(execFile)(process.execPath, [tsc, "--project", join(root, "tsconfig.build.json")]);
}
