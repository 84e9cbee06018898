import type { Located, LocatedEntry, LocatedMap } from "../../source";
import { type Layer, merge } from "../layers";
import { type Filling, fillMap } from "./fill";
import { parameterOf, referencesIn } from "./references";
import { placed, type Scope } from "./scope";

/**
 * The body of a component or of a use, filled in. Where parameters are different in some environments, what takes them
 * is part of its `environments`, beneath what these say themselves.
 * @param alike words that are the same in every environment
 */
export function filledBody(body: LocatedMap, filling: Filling, alike: readonly string[]): LocatedMap {
  const varied = filling.scope.given?.varied.keys() ?? [];
  const environments = body.entries.get("environments");
  const own = environments ? environments.value : { ...body, entries: new Map<string, LocatedEntry>() };
  const names = own.kind === "map" ? [...new Set([...varied, ...own.entries.keys()])] : [];
  if (own.kind !== "map" || names.length === 0) return fillMap(body, filling);
  const base = without(body, "environments");
  const varying = without(base, ...alike);
  const layers = names.flatMap((name) => layerIn(name, varying, own.entries.get(name), filling));
  const key = placed(environments?.key ?? body.location, filling.scope);
  const entry: LocatedEntry = { key, value: { kind: "map", entries: new Map(layers), location: key } };
  const filled = fillMap(base, filling);
  return layers.length === 0 ? filled : { ...filled, entries: new Map([...filled.entries, ["environments", entry]]) };
}

/** What a body says in one environment: what takes parameters that are different there, and what it says itself. */
function layerIn(
  name: string,
  varying: LocatedMap,
  own: LocatedEntry | undefined,
  filling: Filling,
): readonly [string, LocatedEntry][] {
  const { scope } = filling;
  const there = { ...filling, scope: scopeIn(name, scope) };
  if (own && own.value.kind !== "map") return [[name, own]];
  const names = scope.given?.varied.get(name)?.names;
  const parts = [names && part(varying, names), own?.value.kind === "map" ? own.value : undefined];
  const layers = parts.flatMap((tree): Layer[] => (tree ? [{ name, tree: fillMap(tree, there) }] : []));
  const key = own ? placed(own.key, scope) : layers[0]?.tree.location;
  return key ? [[name, { key, value: merge(layers) }]] : [];
}

/** A scope as it is in one environment. */
function scopeIn(environment: string, scope: Scope): Scope {
  const values = scope.given?.varied.get(environment)?.values;
  return scope.given && values ? { ...scope, given: { ...scope.given, values } } : scope;
}

/** The part of a tree that takes parameters: of mappings their entries, anything else as a whole. */
function part(tree: LocatedMap, names: ReadonlySet<string>): LocatedMap | undefined {
  const entries = [...tree.entries].flatMap(([key, entry]): [string, LocatedEntry][] => {
    const value = entry.value.kind === "map" ? part(entry.value, names) : takes(entry.value, names) && entry.value;
    return value ? [[key, { ...entry, value }]] : [];
  });
  return entries.length > 0 ? { ...tree, entries: new Map(entries) } : undefined;
}

const takes = (value: Located, names: ReadonlySet<string>) =>
  [...referencesIn(value)].some(({ path }) => names.has(parameterOf(path) ?? ""));

/** A mapping without some of its entries. */
export function without(map: LocatedMap, ...words: readonly string[]): LocatedMap {
  return { ...map, entries: new Map([...map.entries].filter(([key]) => !words.includes(key))) };
}
