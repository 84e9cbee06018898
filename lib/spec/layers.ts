import type { Located, LocatedEntry, LocatedMap } from "../source";

/** A layer of values and where it comes from, for `explain`: `profile dev`, `defaults`, `component`. */
export interface Layer {
  readonly name: string;
  readonly tree: LocatedMap;
}

/** The layers as one tree, strongest last: maps merge by key, everything else is replaced. */
export const merge = (layers: readonly Layer[]): LocatedMap =>
  layers.map(({ tree }) => tree).reduce((weak, strong) => (weak.entries.size === 0 ? strong : mergeMaps(weak, strong)));

function mergeMaps(weak: LocatedMap, strong: LocatedMap): LocatedMap {
  const entries = new Map<string, LocatedEntry>(weak.entries);
  for (const [key, entry] of strong.entries) {
    const under = entries.get(key);
    entries.set(key, under ? { key: entry.key, value: mergeValues(under.value, entry.value) } : entry);
  }
  return { kind: "map", entries, location: strong.location };
}

const mergeValues = (weak: Located, strong: Located): Located =>
  weak.kind === "map" && strong.kind === "map" ? mergeMaps(weak, strong) : strong;

/** The strongest layer that gives the value at a path. */
export const layerOf = (layers: readonly Layer[], path: readonly string[]): Layer | undefined =>
  layers.findLast(({ tree }) => has(tree, path));

function has(tree: Located, [step, ...rest]: readonly string[]): boolean {
  if (step === undefined) return true;
  if (tree.kind !== "map") return tree.kind === "list";
  const entry = tree.entries.get(step);
  return entry !== undefined && has(entry.value, rest);
}

/** Plain data of our own as a layer; its place is the name of the layer. */
export function layerFrom(name: string, value: object): Layer {
  return { name, tree: located(value, { file: name, start: 0, end: 0 }) as LocatedMap };
}

function located(value: unknown, location: { file: string; start: number; end: number }): Located {
  if (Array.isArray(value)) return { kind: "list", items: value.map((item) => located(item, location)), location };
  if (typeof value !== "object" || value === null)
    return { kind: "scalar", text: String(value), quoted: typeof value === "string", location };
  const entries = Object.entries(value).map(
    ([key, item]) => [key, { key: location, value: located(item, location) }] as const,
  );
  return { kind: "map", entries: new Map(entries), location };
}
