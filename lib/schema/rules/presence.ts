import { type Message, say, template } from "../message";
import type { Rule } from "./rule";

/** Of these members, which are optional, one and no other must be there. */
export const exactlyOneOf = <const Path extends string>(...paths: readonly Path[]): Rule<Path> =>
  counted("exactlyOneOf", paths, { demand: ["exactly one of", "must be set"], allowed: [1], condition: "== 1" });

/** Of these members, which are optional, no more than one may be there. */
export const atMostOneOf = <const Path extends string>(...paths: readonly Path[]): Rule<Path> =>
  counted("atMostOneOf", paths, { demand: ["at most one of", "may be set"], allowed: [0, 1], condition: "<= 1" });

interface Count {
  readonly demand: readonly [string, string];
  readonly allowed: readonly number[];
  readonly condition: string;
}

function counted<Path extends string>(keyword: string, paths: readonly Path[], count: Count): Rule<Path> {
  const [before, after] = count.demand;
  return {
    keyword,
    paths,
    absentable: paths,
    summary: `${before} ${paths.join(", ")} ${after}`,
    breaches(facts) {
      const there = paths.filter((path) => facts.get(path) !== undefined);
      if (paths.some((path) => facts.isUnknown(path)) || count.allowed.includes(there.length)) return [];
      const named = joined(paths.map((path) => [facts.name(path)]));
      const got = there.map((path) => facts.name(path)).join(" and ") || "none";
      return [{ path: [], message: say`${before} ${named} ${after}, got ${got}` }];
    },
    terraform(hcl) {
      const each = paths.map((path) => `${hcl.get(path)} == null ? "" : ${template(hcl.name(path))}`);
      const there = `compact([${each.join(", ")}])`;
      const got = { hcl: `join(" and ", coalescelist(${there}, ["none"]))` };
      const message = say`${before} ${joined(paths.map((path) => hcl.name(path)))} ${after}, got ${got}`;
      return `length(${there}) ${count.condition} ? [] : [${template(message)}]`;
    },
  };
}

const joined = (names: readonly Message[]): Message => names.flatMap((name, i) => (i ? [", ", ...name] : name));
