import { existsSync } from "node:fs";
import path from "node:path";
import type { Synthesis } from "../synth";

/** Whether the output folder holds what the spec renders to. */
export const isFresh = ({ changes: { create, update, remove, refused } }: Pick<Synthesis, "changes">): boolean =>
  create.length + update.length + remove.length + refused.length === 0;

/** The packages of code that rendered files name and that are not there: a clone has none until `synth` has run. */
export function missingPackages({ tree }: Pick<Synthesis, "tree">, out: string): readonly string[] {
  const named = [...tree.values()].flatMap((text) => [...text.matchAll(/\.artifacts\/[^"/\\]+\.zip/g)].map(String));
  return [...new Set(named)].filter((file) => !existsSync(path.join(out, file))).sort();
}
