import type { LocatedEntry, LocatedMap } from "../../source";
import type { Context } from "../context";
import { nameHelp, namePattern, scopeWords } from "../words";
import { Budget } from "./budget";
import { expandComponent, type Named, type Work } from "./components";
import { turnsOf } from "./each";
import { type Filling, fill } from "./fill";
import { readPatterns } from "./patterns";
import { nothing, placed, type Scope } from "./scope";
import { isMany } from "./self";
import { without } from "./vary";

type Entries = ReadonlyMap<string, LocatedEntry>;

/** What a spec writes once for several places. */
export interface Parts {
  readonly patterns: Entries;
  readonly services: Entries;
}

/** Services of plain components: patterns and repetitions written out, every value with the way by which it came. */
export function expand(context: Context, { patterns, services }: Parts): Entries {
  const work: Work = { context, patterns: readPatterns(patterns, context.report), budget: new Budget() };
  const all = [...services].flatMap(([name, entry]) => expandService(name, entry, work));
  return distinct(all, "service", context);
}

/** Words of a service that are no components. */
const words = ["defaults", "only", "for_each"];

function expandService(name: string, entry: LocatedEntry, work: Work): readonly Named[] {
  const { report } = work.context;
  const { key, value: body } = entry;
  if (scopeWords.includes(name)) report.add(key, `\`${name}\` is a reserved word`, "give the service another name");
  if (body.kind !== "map" || isPlain(body)) return [[name, entry]];
  const repeated = body.entries.get("for_each");
  if (!repeated) return [[name, { key, value: expandBody(name, body, nothing, work) }]];
  const turns = namePattern.test(name) ? turnsOf(name, name, repeated, fillingOf(nothing, work)) : undefined;
  if (!namePattern.test(name)) report.add(key, `the service name "${name}" is not allowed`, nameHelp);
  if (!turns) report.skip(name);
  const components = without(body, ...words);
  return (turns ?? []).map((turn) => {
    const scope: Scope = { ...turn.scope, self: { of: turn.name, isPattern: false, components } };
    return [turn.name, { key: placed(key, scope), value: expandBody(turn.name, body, scope, work) }];
  });
}

const isPlain = ({ entries }: LocatedMap) =>
  !entries.has("for_each") &&
  !entries.has("only") &&
  !entries.has("pattern") &&
  ![...entries.values()].some(({ value }) => isMany(value));

const fillingOf = (scope: Scope, { context: { report }, budget }: Work): Filling => ({ scope, report, budget });

function expandBody(service: string, body: LocatedMap, scope: Scope, work: Work): LocatedMap {
  const filling = fillingOf(scope, work);
  const filled = (word: string) => {
    const entry = body.entries.get(word);
    const value = entry && fill(entry.value, filling);
    return value && { key: placed(entry.key, scope), value };
  };
  const only = filled("only");
  const defaults = filled("defaults");
  const components = [...without(body, ...words).entries].flatMap(([name, entry]) => {
    if (name === "pattern") return refused(service, entry, work.context);
    return expandComponent({ service, name, entry, scope, only }, work);
  });
  const entries = distinct(components, "component", work.context, `${service}.`);
  return { ...body, entries: defaults ? new Map([["defaults", defaults], ...entries]) : entries };
}

function refused(service: string, { key }: LocatedEntry, { report }: Context): readonly Named[] {
  report.add(key, "a service has no `pattern`", "name a component, and the pattern under it");
  report.skip(service);
  return [];
}

/** What came of several places by its name, which must be one only. */
function distinct(all: readonly Named[], what: string, { report }: Context, of = ""): Map<string, LocatedEntry> {
  const found = new Map<string, LocatedEntry>();
  for (const [name, entry] of all) {
    const other = found.get(name);
    found.set(name, other ?? entry);
    if (!other) continue;
    const message = `${what} ${of}${name} is defined twice`;
    const related = [{ message: "also defined", location: other.key }];
    report.diagnostics.push({ message, location: entry.key, help: "give one of them another name", related });
  }
  return found;
}
