import { Address } from "../module";
import { isRecord } from "../schema";
import type { Located } from "../source";
import { type Project, replaceReferences } from "../spec";
import { type Edit, replacing, type Texts } from "./edits";
import type { Move } from "./request";
import { entriesOf, entryAt, type Trees, textsIn } from "./trees";

/** Everything that names a component, but for `uses` and `moved`, with its other address. */
export function referencesTo(move: Move, project: Project, texts: Texts, trees: Trees): readonly Edit[] {
  return [...inTexts(move, texts, trees), ...inAddresses(move, project, texts), ...inParameters(move, texts, trees)];
}

/** `${orders.items.arn}` in any text or key. */
function inTexts({ from, to }: Move, texts: Texts, trees: Trees): Edit[] {
  const renamed = (written: string) =>
    replaceReferences(written, ({ text, segments }) =>
      segments.length === 3 && text.startsWith(`${from}.`) ? `\${${to}.${segments[2]}}` : undefined,
    );
  const all = [...trees.values()].flatMap((tree) => entriesOf(tree).filter(([word]) => word !== "moved"));
  return all.flatMap(([, { value }]) =>
    [...textsIn(value)].flatMap(({ location }) => replacing(texts, location, renamed)),
  );
}

/** Addresses where a module takes them: `watch`, `except`, the function of a route. */
function inAddresses({ from, to }: Move, { components }: Project, texts: Texts): Edit[] {
  const all = [...components.values()].flatMap(({ said }) => [...addressesIn(said)]);
  const own = all.filter(({ text }) => text === from || text.startsWith(`${from}.`));
  return own.flatMap(({ location }) => replacing(texts, location, (written) => written.replace(from, to)));
}

function* addressesIn(value: unknown): Generator<Address> {
  if (value instanceof Address) yield value;
  else if (Array.isArray(value) || isRecord(value)) for (const one of Object.values(value)) yield* addressesIn(one);
}

/** Addresses that are given to patterns, or for each of several names: texts that are nothing else. */
function inParameters({ from, to }: Move, texts: Texts, trees: Trees): Edit[] {
  const given = [...trees.values()].flatMap((tree) => [...givenIn(tree)]);
  const own = given.flatMap((value) => [...textsIn(value)]).filter(({ text }) => text === from);
  return own.flatMap(({ location }) => replacing(texts, location, (written) => written.replace(from, to)));
}

function* givenIn(tree: Located): Generator<Located> {
  for (const [, { value: service }] of entriesOf(entryAt(tree, ["services"])?.value))
    for (const [word, { value }] of entriesOf(service)) {
      const repeated = word === "for_each" ? value : entryAt(value, ["for_each"])?.value;
      if (repeated) yield repeated;
      if (entryAt(value, ["pattern"])) yield value;
    }
  for (const [, { value: pattern }] of entriesOf(entryAt(tree, ["patterns"])?.value))
    for (const [, { value: parameter }] of entriesOf(entryAt(pattern, ["parameters"])?.value)) {
      const given = entryAt(parameter, ["default"])?.value;
      if (given) yield given;
    }
}
