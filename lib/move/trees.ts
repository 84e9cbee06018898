import { type Located, type LocatedEntry, type LocatedMap, type LocatedScalar, parse } from "../source";
import type { Texts } from "./edits";

/** What the files of a spec hold, by file: as it is written, before anything in it is expanded. */
export type Trees = ReadonlyMap<string, LocatedMap>;

/** Reads texts that are known to be right. */
export const treesOf = (texts: Texts): Trees =>
  new Map(
    [...texts].flatMap(([file, text]) => {
      const { value } = parse(file, text);
      return value ? [[file, value] as const] : [];
    }),
  );

/** The entry of a mapping at a path; undefined where there is none. */
export function entryAt(tree: Located | undefined, [step, ...rest]: readonly string[]): LocatedEntry | undefined {
  const entry = tree?.kind === "map" && step !== undefined ? tree.entries.get(step) : undefined;
  return rest.length === 0 ? entry : entryAt(entry?.value, rest);
}

/** The entries of a mapping; none of anything else. */
export const entriesOf = (value: Located | undefined): readonly (readonly [string, LocatedEntry])[] =>
  value?.kind === "map" ? [...value.entries] : [];

/** The entry of a service, and the file that has it. */
export const serviceIn = (trees: Trees, service: string): LocatedEntry | undefined =>
  [...trees.values()].map((tree) => entryAt(tree, ["services", service])).find((entry) => entry !== undefined);

/** Every text in a value, its keys among them. */
export function* textsIn(value: Located): Generator<Pick<LocatedScalar, "text" | "location">> {
  if (value.kind === "scalar") yield value;
  else if (value.kind === "list") for (const item of value.items) yield* textsIn(item);
  else
    for (const [text, { key, value: inner }] of value.entries) {
      yield { text, location: key };
      yield* textsIn(inner);
    }
}
