import type { Module } from "../module";
import type { LocatedEntry, LocatedMap } from "../source";
import { inEnvironment } from "./builtins";
import { knownInputs } from "./component";
import type { Context } from "./context";
import { type Layer, layerFrom } from "./layers";
import { knownEnvironment } from "./only";
import { withTexts } from "./texts";
import { reservedWords, varyingWords } from "./words";

const none = { file: "", start: 0, end: 0 };
const nothing: LocatedMap = { kind: "map", entries: new Map(), location: none };

/** Defaults by module, of the project or of a service. */
export type Defaults = ReadonlyMap<string, LocatedMap>;

/** The layers under a component of a module in each environment, weakest first; made once for all its components. */
export class Beneath {
  private readonly profiles = new Map<string, Layer>();

  constructor(
    private readonly context: Context,
    private readonly defaults: Defaults,
  ) {}

  of(module: string, service: Defaults, environment: string): Layer[] {
    return [
      this.profile(module, environment),
      { name: "defaults", tree: this.defaults.get(module) ?? nothing },
      { name: "defaults of the service", tree: service.get(module) ?? nothing },
    ].filter(({ tree }) => tree.entries.size > 0);
  }

  private profile(module: string, environment: string): Layer {
    const key = `${environment}.${module}`;
    const known = this.profiles.get(key);
    if (known) return known;
    const name = this.context.environments.find((one) => one.name === environment)?.profile;
    const values = (name === undefined ? undefined : this.context.profiles[name]?.[module]) ?? {};
    const made = layerFrom(`profile ${name}`, values);
    const filled = { ...made, tree: valuesIn(this.context, environment, made.tree) };
    this.profiles.set(key, filled);
    return filled;
  }
}

/** What the `environments` of a component say, as a layer for each environment that they name. */
export function overridesOf(
  context: Context,
  module: Module,
  entry: LocatedEntry | undefined,
): ReadonlyMap<string, Layer> {
  const { report } = context;
  const found = new Map<string, Layer>();
  if (!entry) return found;
  if (entry.value.kind !== "map") {
    const help = "under each environment, write the inputs that differ there";
    report.add(entry.value.location, "`environments` of a component must be a mapping", help);
    return found;
  }
  for (const [name, { key, value }] of entry.value.entries) {
    if (!knownEnvironment(context, name, key)) continue;
    const help = "write one `input: value` on each line";
    if (value.kind !== "map") report.add(value.location, `the values of ${name} must be a mapping of inputs`, help);
    else found.set(name, { name: `environment ${name}`, tree: overrideOf(context, module, name, value) });
  }
  return found;
}

function overrideOf(context: Context, module: Module, environment: string, tree: LocatedMap): LocatedMap {
  const inputs = withoutReserved(context, module, environment, tree);
  const values = valuesIn(context, environment, knownInputs(module, inputs, context.report));
  return withTexts(context, module, values);
}

function withoutReserved({ report }: Context, module: Module, environment: string, tree: LocatedMap): LocatedMap {
  const entries = [...tree.entries].filter(([word, { key }]) => {
    const isName = word === "name" && module.naming !== undefined;
    const isReserved = reservedWords.includes(word);
    const help = varyingWords[word] ?? "it belongs to the component itself, where it holds in every environment";
    if (isReserved && !isName) report.add(key, `\`${word}\` cannot be different in ${environment}`, help);
    return !isReserved;
  });
  return { ...tree, entries: new Map(entries) };
}

function valuesIn(context: Context, name: string, tree: LocatedMap): LocatedMap {
  const environment = context.environments.find((one) => one.name === name);
  return environment ? inEnvironment(tree, { ...context, environment }) : tree;
}
