import { labelOf } from "../spec";

/** HCL names for keys, each its own. */
export function labelsOf(keys: readonly string[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const key of keys) {
    let name = labelOf(key);
    for (let i = 2; taken.has(name); i++) name = `${labelOf(key)}_${i}`;
    taken.add(name);
    names.set(key, name);
  }
  return names;
}
