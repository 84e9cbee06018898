import type { Location } from "../diagnostic";
import type { Module } from "../module";
import type { Located, LocatedEntry, LocatedMap } from "../source";
import { inEnvironment } from "./builtins";
import { type Choice, choicesOf } from "./choices";
import type { Context } from "./context";
import { corrected, didYouMean, nearest } from "./did-you-mean";
import type { Layer } from "./layers";
import { mentionIn } from "./mention";
import { resolutionOf } from "./resolution";

/** A component of which it is asked whether it is there already. */
export interface Asked {
  readonly address: string;
  readonly key: Location;
  readonly body: LocatedMap;
  /** The environments that have it. */
  readonly environments: readonly string[];
}

/** Where a component is there already, and what is said of that. */
export interface Found {
  readonly module: Module;
  readonly environments: readonly string[];
  /** Whether anything can be said of how it is found. */
  readonly isReadable: boolean;
  /** What is to blame for what is missing. */
  readonly place: (environment: string) => Location;
  /** How it is found in an environment, and what else is said of it there, as layers over those beneath. */
  readonly layers: (environment: string, beneath: readonly Layer[]) => readonly Layer[];
}

/** A component parted: what finds it where it is there already, and what is said of what is made. */
export interface Parted {
  readonly found?: Found;
  readonly body: LocatedMap;
}

const WORD = "existing";
/** The ways to find something, of which one is taken. */
const waysOf = ({ inputs }: Module): readonly string[] =>
  inputs.rules?.find(({ keyword }) => keyword === "exactlyOneOf")?.paths ?? Object.keys(inputs.properties);

/** Words of what is watched, which have a meaning of what is there already. */
const watched = ["thresholds"];
const besides = ["module", "only", "environments", "region", "account", "import", WORD];

/** Takes what `existing` says out of a component; what is wrong with it is reported. */
export function partExisting(context: Context, choice: Choice, asked: Asked): Parted {
  const { body, environments } = asked;
  const everywhere = body.entries.get(WORD);
  const overrides = overridesIn(body);
  const there = environments.filter((name) => everywhere ?? overrides.get(name)?.entries.has(WORD));
  const rest = { ...body, entries: new Map([...body.entries].filter(([word]) => word !== WORD)) };
  if (there.length < environments.length && !choice.isMade) refuseMaking(context, choice, asked, there);
  if (!everywhere && ![...overrides.values()].some(({ entries }) => entries.has(WORD))) return { body: rest };
  const { finder } = choice;
  if (!finder) return { body: refuseWord(context, choice, rest, everywhere, overrides) };
  const reader = new Reader(context, finder, choice.module, asked.address);
  const layers = reader.layers(body, everywhere, overrides);
  const place = (name: string) => (overrides.get(name)?.entries.get(WORD) ?? everywhere)?.key ?? asked.key;
  const kept = withoutOverrides(everywhere ? reader.alone(rest) : rest, [...layers.keys()]);
  return {
    body: kept,
    found: {
      module: finder,
      environments: there,
      isReadable: reader.isReadable,
      place,
      layers: (name, beneath) => [...beneath.map(watchedOf), ...(layers.get(name) ?? layers.get("") ?? [])],
    },
  };
}

function refuseMaking(
  { report }: Context,
  { module, finder }: Choice,
  { address, key, environments }: Asked,
  there: readonly string[],
) {
  const lacking = environments.filter((name) => !there.includes(name));
  const where = there.length > 0 ? ` in ${lacking.join(", ")}` : "";
  const message = `${module.name} makes nothing yet, and nothing says how ${address} is found${where}`;
  report.add(key, message, `say it under \`${WORD}\`, by one of ${waysOf(finder as Module).join(", ")}`);
}

/** What a module cannot stand for is read as if it were made. */
function refuseWord(
  { registry, report }: Context,
  { module }: Choice,
  body: LocatedMap,
  everywhere: LocatedEntry | undefined,
  overrides: ReadonlyMap<string, LocatedMap>,
): LocatedMap {
  const able = [...choicesOf(registry).values()].flatMap((one) => (one.finder ? [one.module.name] : []));
  const entries = [everywhere, ...[...overrides.values()].map((one) => one.entries.get(WORD))];
  for (const entry of entries)
    if (entry) {
      const message = `a component of ${module.name} cannot stand for what is there already`;
      report.add(entry.key, message, able.length > 0 ? `those of ${able.join(", ")} can` : "remove it");
    }
  return withoutOverrides(body, [], WORD);
}

function overridesIn({ entries }: LocatedMap): ReadonlyMap<string, LocatedMap> {
  const environments = entries.get("environments")?.value;
  const all = environments?.kind === "map" ? [...environments.entries] : [];
  return new Map(all.flatMap(([name, { value }]) => (value.kind === "map" ? [[name, value] as const] : [])));
}

/** A body without what it says of some environments, or without a word in all of them. */
function withoutOverrides(body: LocatedMap, names: readonly string[], word?: string): LocatedMap {
  const environments = body.entries.get("environments");
  if (environments?.value.kind !== "map") return body;
  const kept = [...environments.value.entries].filter(([name]) => !names.includes(name));
  const value = { ...environments.value, entries: new Map(kept.map(([name, one]) => [name, without(one, word)])) };
  return { ...body, entries: new Map([...body.entries, ["environments", { ...environments, value }]]) };
}

function without(entry: LocatedEntry, word: string | undefined): LocatedEntry {
  if (word === undefined || entry.value.kind !== "map") return entry;
  return {
    ...entry,
    value: { ...entry.value, entries: new Map([...entry.value.entries].filter(([key]) => key !== word)) },
  };
}

const watchedOf = ({ name, tree }: Layer): Layer => ({ name, tree: only(tree, watched) });

const only = (tree: LocatedMap, words: readonly string[]): LocatedMap => ({
  ...tree,
  entries: new Map([...tree.entries].filter(([word]) => words.includes(word))),
});

/** Reads how one component is found. */
class Reader {
  isReadable = true;
  private readonly words: readonly string[];

  constructor(
    private readonly context: Context,
    private readonly finder: Module,
    private readonly module: Module,
    private readonly address: string,
  ) {
    this.words = Object.keys(finder.inputs.properties);
  }

  /** The layers of each environment that says something of its own, and under no name those of all others. */
  layers(body: LocatedMap, everywhere: LocatedEntry | undefined, overrides: ReadonlyMap<string, LocatedMap>) {
    const base = everywhere ? [{ name: "component", tree: this.tree(body, this.shared(everywhere)) }] : [];
    const found = new Map<string, readonly Layer[]>(everywhere ? [["", base]] : []);
    for (const [environment, tree] of overrides) {
      const entry = tree.entries.get(WORD);
      const there = this.context.environments.find(({ name }) => name === environment);
      if (!there || (!entry && !everywhere)) continue;
      this.refuseInputs(tree, [WORD], ` in ${environment}`);
      const own = inEnvironment(this.tree(tree, entry), { ...this.context, environment: there });
      const beneath = everywhere ? base : [{ name: "component", tree: only(body, this.watched) }];
      found.set(environment, [...beneath, { name: `environment ${environment}`, tree: own }]);
    }
    return found;
  }

  /** What is left of a component that nothing is made of. */
  alone(body: LocatedMap): LocatedMap {
    this.refuseInputs(body, besides, "");
    return only(body, besides);
  }

  private get watched(): readonly string[] {
    return this.finder.pack ? watched : [];
  }

  /** The words of `existing` beside those of what is watched: what the module that finds is given. */
  private tree(body: LocatedMap, entry: LocatedEntry | undefined): LocatedMap {
    const entries = entry ? this.known(entry) : new Map<string, LocatedEntry>();
    return { ...body, entries: new Map([...entries, ...only(body, this.watched).entries]) };
  }

  private known({ value }: LocatedEntry): ReadonlyMap<string, LocatedEntry> {
    const { report } = this.context;
    if (value.kind !== "map") {
      const message = `\`${WORD}\` must be a mapping that says how ${this.address} is found`;
      report.add(value.location, message, `by one of ${waysOf(this.finder).join(", ")}`);
      this.isReadable = false;
      return new Map();
    }
    const { entries } = corrected(value, this.words, (word, key) => {
      const message = `nothing of ${this.module.name} is found by ${word}`;
      report.add(key, message, didYouMean("ways", word, this.words));
      return nearest(word, this.words);
    });
    if (entries.size === 0 && value.entries.size > 0) this.isReadable = false;
    return entries;
  }

  private refuseInputs({ entries }: LocatedMap, others: readonly string[], where: string): void {
    for (const [word, { key }] of entries) {
      if (others.includes(word) || this.watched.includes(word)) continue;
      const message = `\`${word}\` makes nothing: ${this.address} is there already${where}`;
      this.context.report.add(key, message, `remove it, or \`${WORD}\``);
    }
  }

  /** What is there already is found before anything is made. */
  private shared(entry: LocatedEntry): LocatedEntry {
    return { ...entry, value: this.withoutOutputs(entry.value) };
  }

  private withoutOutputs(value: Located): Located {
    if (value.kind === "list") return { ...value, items: value.items.map((item) => this.withoutOutputs(item)) };
    if (value.kind === "map")
      return { ...value, entries: new Map([...value.entries].map(([key, one]) => [key, this.shared(one)])) };
    const mention = mentionIn(value.text, value.location);
    const output = typeof mention === "object" && mention.paths.find((path) => resolutionOf(path)?.kind === "output");
    if (!output) return value;
    const message = `\${${output.text}} cannot say what is there already`;
    this.context.report.add(
      value.location,
      message,
      "it is looked for before anything is made: write the value itself",
    );
    return { ...value, text: "${environment}" };
  }
}
