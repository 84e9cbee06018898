import type { Location } from "../../diagnostic";
import type { Schema } from "../../schema";
import type { LocatedEntry, LocatedMap } from "../../source";
import type { Context } from "../context";
import { corrected, didYouMean, nearest } from "../did-you-mean";
import { merge } from "../layers";
import { knownEnvironment } from "../only";
import { useWords } from "../words";
import { areSound, type Parameters } from "./parameters";
import type { Pattern } from "./patterns";
import type { Given, Varied } from "./scope";
import { without } from "./vary";

/** The values that a use gives to the parameters of a pattern; undefined, and reported, where they are wrong. */
export function givenBy(use: LocatedMap, key: Location, pattern: Pattern, context: Context): Given | undefined {
  const { report } = context;
  const before = report.diagnostics.length;
  const own = known(without(use, ...useWords), pattern, context);
  areSound(pattern.schema, own, key, report);
  const varied = variedBy(use.entries.get("environments"), own, pattern, context);
  return report.diagnostics.length === before ? { values: withDefaults(own, pattern.parameters), varied } : undefined;
}

function known(tree: LocatedMap, { name, parameters }: Pattern, { report }: Context): LocatedMap {
  const names = [...parameters.keys()];
  return corrected(tree, names, (word, place) => {
    const message = `pattern ${name} has no parameter ${word}`;
    report.add(place, message, didYouMean(`parameters of ${name}`, word, names, useWords));
    return nearest(word, [...names, ...useWords]);
  });
}

function withDefaults(own: LocatedMap, parameters: Parameters): LocatedMap {
  const entries = new Map(own.entries);
  for (const [name, { default: given }] of parameters) if (given && !entries.has(name)) entries.set(name, given);
  return { ...own, entries };
}

function variedBy(entry: LocatedEntry | undefined, own: LocatedMap, pattern: Pattern, context: Context) {
  const varied = new Map<string, Varied>();
  if (!entry) return varied;
  const { value } = entry;
  const help = "under each environment, write the parameters that differ there";
  if (value.kind !== "map") context.report.add(value.location, "`environments` of a use must be a mapping", help);
  for (const [name, one] of value.kind === "map" ? value.entries : []) {
    const tree = knownEnvironment(context, name, one.key) && parametersIn(name, one, pattern, context);
    if (tree) varied.set(name, { names: new Set(tree.entries.keys()), values: both(own, tree, pattern) });
  }
  return varied;
}

function parametersIn(environment: string, { key, value }: LocatedEntry, pattern: Pattern, context: Context) {
  const { report } = context;
  const help = "write one `parameter: value` on each line";
  if (value.kind !== "map")
    report.add(value.location, `the values of ${environment} must be a mapping of parameters`, help);
  if (value.kind !== "map") return undefined;
  const tree = known(value, pattern, context);
  areSound(partly(pattern.schema), tree, key, report);
  return tree;
}

/** A schema of which nothing is required. */
const partly = ({ properties = {}, ...schema }: Schema): Schema => ({
  ...schema,
  properties: Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, { ...one, optional: true }])),
});

/** Environments merge as layers do everywhere: mappings by key, all else as a whole. */
const both = (own: LocatedMap, there: LocatedMap, { parameters }: Pattern) =>
  withDefaults(merge([own, there].map((tree) => ({ name: "", tree }))), parameters);
