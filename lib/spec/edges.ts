import type { Location } from "../diagnostic";
import type { Edge, Module } from "../module";
import { object, optional } from "../schema";
import { isEmpty, type LocatedEntry, type LocatedMap, type LocatedScalar, locate } from "../source";
import { didYouMean } from "./did-you-mean";
import { canTake } from "./network";
import type { Component, Use } from "./project";
import { type Report, readChecked, readSettings } from "./reading";
import { unknownComponent } from "./resolution";
import { conditionsSchema, edgeSchema } from "./uses";

type End = Pick<Component, "address" | "module" | "existing" | "said">;

/** Reads the `uses` of a component; those with a problem are reported and left out. */
export function readUses(
  from: End,
  entry: LocatedEntry | undefined,
  known: ReadonlyMap<string, End>,
  report: Report,
): readonly Use[] {
  if (!entry) return [];
  if (!from.module.receives) {
    report.add(entry.key, `${from.module.name} cannot use other components`, "`uses` belongs to what runs code");
    return [];
  }
  if (entry.value.kind !== "map") {
    const help = "such as `orders.table: read`";
    report.add(entry.value.location, "`uses` must be a mapping of components to access words", help);
    return [];
  }
  return [...entry.value.entries].flatMap(([target, one]) => {
    const used = known.get(target);
    if (target === from.address) report.add(one.key, `${target} cannot use itself`, "remove this line");
    else if (!used) unknownComponent(target, one.key, known, report);
    else if (Object.keys(used.module.connections.access).length === 0)
      report.add(one.key, `${used.module.name} is nothing that components use`, "remove this line");
    else {
      const use = readUse(used, one, report);
      return use && canTake(from, used, use, report) ? [use] : [];
    }
    return [];
  });
}

/** Reads the edge to a component that exists: one access word, or the long form. */
function readUse(used: End, { key, value }: LocatedEntry, report: Report): Use | undefined {
  if (value.kind === "scalar") return readWord(used, value, report);
  if (value.kind === "map") return readLong(used, key, value, report);
  const message = `the use of ${used.address} must be an access word or a mapping, got a list`;
  report.add(value.location, message, accessHelp(used.module));
  return undefined;
}

function readWord({ address, module }: End, scalar: LocatedScalar, report: Report): Use | undefined {
  const { text, location } = scalar;
  const words = Object.keys(module.connections.access);
  if (words.includes(text)) return { target: address, access: [text], location };
  if (isEmpty(scalar)) report.add(location, `the use of ${address} has no access word`, accessHelp(module));
  else
    report.add(location, `"${text}" is no access that ${module.name} knows`, didYouMean("access words", text, words));
  return undefined;
}

const accessHelp = ({ connections }: Module) => `access words are ${Object.keys(connections.access).join(", ")}`;

type Long = Pick<Edge, "actions" | "env"> & { readonly access?: string };

function readLong(used: End, key: Location, tree: LocatedMap, report: Report): Use | undefined {
  const { address, module } = used;
  const { conditions, rest: words } = partedConditions(tree);
  const given = readSettings(edgeSchema(module), words, key, report) as Long | undefined;
  const bounds = readConditions(conditions, key, report);
  if (given === undefined || bounds === undefined) return undefined;
  const { access, ...rest } = given;
  if (access === undefined && rest.actions === undefined) {
    report.add(key, `the use of ${address} says neither \`access\` nor \`actions\``, accessHelp(module));
    return undefined;
  }
  const { part, ...limits } = withPart(rest, Object.keys(module.connections.parts ?? {}));
  if (part && !partFits(used, part, access, tree, report)) return undefined;
  const allowed = access === undefined ? [] : [access];
  return { target: address, access: allowed, location: key, ...limits, ...bounds, ...(part ? { part } : {}) };
}

function partedConditions(tree: LocatedMap): { readonly conditions: LocatedMap; readonly rest: LocatedMap } {
  const parted = (isWanted: (word: string) => boolean): LocatedMap => ({
    ...tree,
    entries: new Map([...tree.entries].filter(([word]) => isWanted(word))),
  });
  return { conditions: parted((word) => word === "conditions"), rest: parted((word) => word !== "conditions") };
}

const wrapped = object({ conditions: optional(conditionsSchema) });

/** Conditions may hold references, which the other words of an edge may not. */
function readConditions(tree: LocatedMap, key: Location, report: Report): Pick<Use, "conditions"> | undefined {
  const { value, diagnostics } = readChecked(wrapped, tree, key);
  report.diagnostics.push(...diagnostics);
  return diagnostics.length > 0 ? undefined : (value as Pick<Use, "conditions">);
}

type Part = NonNullable<Edge["part"]>;

/** Takes the part that an edge is narrowed to out of its words. */
function withPart({ actions, env, ...rest }: Omit<Long, "access">, words: readonly string[]) {
  const word = words.find((one) => Object.hasOwn(rest, one));
  const part = word && { word, name: (rest as Readonly<Record<string, string>>)[word] as string };
  return {
    ...(actions ? { actions } : {}),
    ...(env ? { env } : {}),
    ...(part ? { part } : {}),
  };
}

function partFits(used: End, { word, name }: Part, access: string | undefined, tree: LocatedMap, report: Report) {
  const { module, address, said, existing } = used;
  const { inputs, access: known = {} } = module.connections.parts?.[word] ?? {};
  const there = Object.values(said).flatMap((one) => (inputs ?? []).flatMap((input) => Object.keys(one[input] ?? {})));
  // The spec does not know the parts of what is there already.
  const isThere = !inputs || existing !== undefined || there.includes(name);
  if (!isThere) {
    const help = didYouMean(`parts of ${address}`, name, [...new Set(there)]);
    report.add(locate(tree, [word]), `${address} has no ${word} "${name}"`, help);
  }
  const isPossible = access === undefined || Object.hasOwn(known, access);
  if (!isPossible) {
    const help = `possible: ${Object.keys(known).join(", ")}`;
    report.add(locate(tree, ["access"]), `"${access}" is not possible on one ${word} of ${module.name}`, help);
  }
  return isThere && isPossible;
}
