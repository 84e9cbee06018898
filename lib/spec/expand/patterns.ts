import type { Location } from "../../diagnostic";
import type { Schema } from "../../schema";
import type { LocatedEntry, LocatedMap } from "../../source";
import { corrected, didYouMean, nearest } from "../did-you-mean";
import type { Report } from "../reading";
import { nameHelp, namePattern, useWords } from "../words";
import { checkCircles } from "./circles";
import { type Parameters, readParameters } from "./parameters";
import { areReferencesSound } from "./pattern-references";
import { THIS } from "./self";

/** Components that are written once, to be used many times. */
export interface Pattern {
  readonly name: string;
  readonly parameters: Parameters;
  /** What the use of it may say of its parameters. */
  readonly schema: Schema;
  readonly components: LocatedMap;
}

/** Patterns by name; undefined stands for one that is there and is wrong. */
export type Patterns = ReadonlyMap<string, Pattern | undefined>;

/** Reads the patterns of a spec; what is wrong with one is reported, whether it is used or not. */
export function readPatterns(entries: ReadonlyMap<string, LocatedEntry>, report: Report): Patterns {
  const read = new Map([...entries].map(([name, entry]) => [name, readPattern(name, entry, report)]));
  for (const name of checkCircles(read, report)) read.set(name, undefined);
  return read;
}

function readPattern(name: string, { key, value }: LocatedEntry, report: Report): Pattern | undefined {
  if (!namePattern.test(name)) report.add(key, `the pattern name "${name}" is not allowed`, nameHelp);
  if (value.kind !== "map") {
    report.add(value.location, `pattern ${name} must be a mapping`, "it says its `parameters` and its `components`");
    return undefined;
  }
  const words = ["description", "parameters", "components"];
  const { entries } = corrected(value, words, (word, place) => {
    report.add(place, `a pattern has no \`${word}\``, didYouMean("its words", word, words));
    return nearest(word, words);
  });
  const parameters = readParameters(entries.get("parameters"), useWords, report);
  const components = componentsOf(name, key, entries.get("components"), report);
  if (!parameters || !components || !areReferencesSound(name, parameters, components, report)) return undefined;
  return { name, parameters, schema: schemaOf(parameters), components };
}

const schemaOf = (parameters: Parameters): Schema => ({
  type: "object",
  properties: Object.fromEntries([...parameters].map(([name, { schema }]) => [name, schema])),
});

function componentsOf(
  name: string,
  key: Location,
  entry: LocatedEntry | undefined,
  report: Report,
): LocatedMap | undefined {
  const value = entry?.value;
  if (value?.kind !== "map" || value.entries.size === 0) {
    const help = "under `components`, write each under its name";
    report.add(value?.location ?? key, `pattern ${name} has no components`, help);
    return undefined;
  }
  const bad = [...value.entries].filter(([one]) => !namePattern.test(one));
  for (const [one, { key: place }] of bad)
    report.add(
      place,
      `the component name "${one}" is not allowed`,
      `${nameHelp}; \`${THIS}\` has the address of the use`,
    );
  return bad.length === 0 ? value : undefined;
}
