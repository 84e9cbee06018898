import { literal } from "../hcl";
import { say, template } from "../message";
import { entryName } from "../name";
import type { Facts, Rule } from "./rule";

/** Each text at these paths must be a key of the map: `definedIn(["hash_key", "indexes.*.hash_key"], "attributes")`. */
export const definedIn = <const Path extends string>(paths: readonly Path[], map: Path): Rule<Path> => ({
  keyword: "definedIn",
  paths: [...paths, map],
  shown: paths,
  summary: `${paths.join(", ")} must name keys of ${map}`,
  breaches(facts) {
    const keys = keysOf(facts, map);
    const lost = keys && paths.flatMap((path) => facts.all(path)).filter(({ value }) => !keys.includes(String(value)));
    return (lost ?? []).map(({ path, value }) => ({
      path,
      message: say`${facts.name(path)} "${String(value)}" is not defined in ${facts.name(map)}: ${remedy}`,
    }));
  },
  terraform(hcl) {
    const keys = hcl.keys(map);
    const lost = paths.map((path) =>
      hcl.all(path, (value, name) => {
        const message = say`${name} "${{ hcl: value }}" is not defined in ${hcl.name(map)}: ${remedy}`;
        return `contains(${keys}, ${value}) ? [] : [${template(message)}]`;
      }),
    );
    return `concat(${lost.join(", ")})`;
  },
});

const remedy = "add it there or correct the name";

/** Each key of the map must be the text at one of these paths. */
export const usedBy = <const Path extends string>(map: Path, paths: readonly Path[]): Rule<Path> => ({
  keyword: "usedBy",
  paths: [map, ...paths],
  summary: `each key of ${map} must be used by ${paths.join(", ")}`,
  breaches(facts) {
    if (paths.some((path) => facts.isUnknown(path))) return [];
    const used = paths.flatMap((path) => facts.all(path)).map(({ value }) => value);
    const idle = (keysOf(facts, map) ?? []).filter((key) => !used.includes(key));
    return idle.map((key) => ({
      path: [...map.split("."), key],
      message: say`${facts.name([...map.split("."), key])} ${idleness(paths)}`,
    }));
  },
  terraform(hcl) {
    const used = `concat(${paths.map((path) => hcl.all(path, (value) => `[${value}]`)).join(", ")})`;
    const message = say`${entryName(hcl.name(map), { hcl: "key" })} ${idleness(paths)}`;
    return `[for key in ${hcl.keys(map)} : ${template(message)} if !contains(${used}, key)]`;
  },
});

const idleness = (paths: readonly string[]) => `is not used by ${paths.join(", ")}: remove it`;

/** None of these is a key of the map: they are taken, `by` whom the message says. */
export const keysNotTaken = <const Path extends string>(
  map: Path,
  taken: readonly string[],
  by: string,
): Rule<Path> => ({
  keyword: "keysNotTaken",
  paths: [map],
  summary: `no key of ${map} may be one that ${by} sets: ${taken.join(", ")}`,
  breaches(facts) {
    const lost = (keysOf(facts, map) ?? []).filter((key) => taken.includes(key));
    return lost.map((key) => ({
      path: [...map.split("."), key],
      message: say`${facts.name([...map.split("."), key])} is set by ${by}: use another name`,
    }));
  },
  terraform(hcl) {
    const message = say`${entryName(hcl.name(map), { hcl: "key" })} is set by ${by}: use another name`;
    return `[for key in ${hcl.keys(map)} : ${template(message)} if contains(${literal(taken)}, key)]`;
  },
});

/** The keys of the map; undefined where only Terraform knows them. */
const keysOf = (facts: Facts, map: string): readonly string[] | undefined =>
  facts.isUnknown(map) ? undefined : Object.keys(facts.get(map) ?? {});
