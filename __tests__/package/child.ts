import { spawnSync } from "node:child_process";
import { join } from "node:path";
import type { Package } from "../../lib/package";

interface Options {
  readonly env?: NodeJS.ProcessEnv;
  /** Flags of Node. */
  readonly flags?: readonly string[];
}

/** Packages a folder in a process of its own; `growth` is by how many bytes that process grew at its peak. */
export function packageInChild(folder: string, into: string, options: Options): Package & { readonly growth: number } {
  const { env = process.env, flags = [] } = options;
  const program = ["--import", "tsx", join(__dirname, "measure.ts"), folder, into];
  const { stdout, stderr } = spawnSync(process.execPath, [...flags, ...program], { encoding: "utf8", env });
  expect(stderr).toBe("");
  return JSON.parse(stdout);
}
