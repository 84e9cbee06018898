import type { Via } from "../../diagnostic";
import type { LocatedEntry, LocatedMap } from "../../source";
import type { Context } from "../context";
import { didYouMean } from "../did-you-mean";
import { nameHelp, namePattern, reservedWords, useWords } from "../words";
import { checkAlike } from "./alike";
import type { Budget } from "./budget";
import { turnsOf } from "./each";
import type { Filling } from "./fill";
import type { Pattern, Patterns } from "./patterns";
import { placed, type Scope } from "./scope";
import { isMany, THIS } from "./self";
import { givenBy } from "./use";
import { filledBody, without } from "./vary";
import { narrowed } from "./within";

/** What everything is expanded with. */
export interface Work {
  readonly context: Context;
  readonly patterns: Patterns;
  readonly budget: Budget;
}

/** A component as it is written: under a name, in a service, in a scope. */
export interface Written {
  readonly service: string;
  readonly name: string;
  readonly entry: LocatedEntry;
  readonly scope: Scope;
  /** The `only` around it. */
  readonly only: LocatedEntry | undefined;
}

export type Named = readonly [name: string, entry: LocatedEntry];

/** The components that one comes to: itself, one for each of its `for_each`, or those of its pattern. */
export function expandComponent(written: Written, work: Work): readonly Named[] {
  const { entry, name, service, scope } = written;
  const body = entry.value;
  if (body.kind !== "map" || (!isMany(body) && !scope.via && !written.only)) return [[name, entry]];
  if (isMany(body) && !namePattern.test(name)) return badName(written, work);
  checkAlike(body, alikeIn(body), scope, work.context.report);
  const repeated = body.entries.get("for_each");
  if (!repeated) return expandOne(written, body, work);
  const turns = turnsOf(name, `${service}.${name}`, repeated, fillingOf(scope, work));
  if (!turns) work.context.report.skip(`${service}.${name}`);
  const once = without(body, "for_each");
  return (turns ?? []).flatMap((turn) => expandOne({ ...written, ...turn }, once, work));
}

const fillingOf = (scope: Scope, { context: { report }, budget }: Work): Filling => ({ scope, report, budget });

function badName({ name, service, entry, scope }: Written, { context: { report } }: Work): readonly Named[] {
  report.add(placed(entry.key, scope), `the component name "${name}" is not allowed`, nameHelp);
  report.skip(`${service}.${name}`);
  return [];
}

function expandOne(written: Written, body: LocatedMap, work: Work): readonly Named[] {
  const { context } = work;
  const { scope, name, service, entry } = written;
  const isUse = body.entries.has("pattern");
  work.budget.take("components", placed(entry.key, scope));
  const filled = filledBody(body, fillingOf(scope, work), alikeIn(body));
  const only = narrowed(context, `${service}.${name}`, written.only, filled.entries.get("only"));
  if (isUse) return expandUse({ ...written, only }, filled, work);
  const entries = only ? new Map([...filled.entries, ["only", only] as const]) : filled.entries;
  return [[name, { key: placed(entry.key, scope), value: { ...filled, entries } }]];
}

/** Words that are the same in every environment. */
const [ofComponents, ofUses] = [reservedWords, useWords].map((words) =>
  words.filter((word) => word !== "environments" && word !== "existing"),
);

const alikeIn = ({ entries }: LocatedMap) => (entries.has("pattern") ? ofUses : ofComponents) as readonly string[];

function expandUse(written: Written, body: LocatedMap, work: Work): readonly Named[] {
  const { service, name, entry, scope, only } = written;
  const address = `${service}.${name}`;
  const key = placed(entry.key, scope);
  const pattern = patternOf(address, body, work);
  const given = pattern && givenBy(body, key, pattern, work.context);
  if (!pattern || !given) {
    work.context.report.skip(address);
    return [];
  }
  const via: Via = { message: `used by ${address}`, name: address, location: key };
  const { components } = pattern;
  return [...components.entries].flatMap(([own, one]) =>
    expandComponent(
      {
        service,
        name: own === THIS ? name : `${name}-${own}`,
        entry: one,
        scope: { given, self: { of: address, isPattern: true, components, own }, via },
        only,
      },
      work,
    ),
  );
}

/** The pattern that a use names; undefined, and reported, where there is none. */
function patternOf(
  address: string,
  { entries }: LocatedMap,
  { context: { report }, patterns }: Work,
): Pattern | undefined {
  const named = entries.get("pattern")?.value;
  const module = entries.get("module");
  const names = [...patterns.keys()];
  if (module) report.add(module.key, `${address} names a \`module\` and a \`pattern\``, "keep one of the two");
  if (named?.kind !== "scalar" || named.text.includes("${")) {
    if (named) report.add(named.location, "`pattern` must be the name of a pattern", didYouMean("patterns", "", names));
    return undefined;
  }
  if (!patterns.has(named.text))
    report.add(named.location, `there is no pattern "${named.text}"`, didYouMean("patterns", named.text, names));
  return module ? undefined : patterns.get(named.text);
}
