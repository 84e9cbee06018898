import type { Location } from "../diagnostic";
import type { Module } from "../module";
import { isEmpty, type LocatedEntry, type LocatedMap } from "../source";
import { awsNameOf, checkAwsNames } from "./aws-name";
import { knownInputs, unknownModule } from "./component";
import type { Context } from "./context";
import { type Beneath, type Defaults, overridesOf } from "./layered";
import { type Layer, merge } from "./layers";
import { readOnly } from "./only";
import { readPermissions } from "./permissions";
import { type Component, labelOf } from "./project";
import { readInEach } from "./values";
import { reservedWords, wordsToCome } from "./words";

/** What a service says around its components. */
export interface Service {
  readonly name: string;
  readonly defaults: Defaults;
}

/** A component before what it says of others is read, which takes all components. */
export type Draft = Omit<Component, "uses" | "values"> & {
  readonly usesEntry: LocatedEntry | undefined;
  readonly isSound: boolean;
};

/** Reads one component but for its edges; undefined where it cannot be told what it is. */
export function readComponent(
  context: Context,
  beneath: Beneath,
  service: Service,
  name: string,
  { key, value: body }: LocatedEntry,
): Draft | undefined {
  const address = `${service.name}.${name}`;
  if (body.kind !== "map") {
    context.report.add(body.location, `component ${address} must be a mapping`, "it says at least its `module`");
    return undefined;
  }
  const module = moduleOf(context, address, key, body);
  if (!module) return undefined;
  refuseWords(context, body);
  const environments = readOnly(context, body.entries.get("only"));
  const awsName = awsNameOf(context, service.name, name, key, body);
  checkAwsNames(context, module, environments, awsName);
  const layers = layersOf(context, beneath, service, module, body);
  return {
    address,
    service: service.name,
    name,
    label: labelOf(`${service.name}_${name}`),
    module,
    location: key,
    environments,
    awsName: awsName.value,
    usesEntry: body.entries.get("uses"),
    permissions: readPermissions(module, body.entries.get("permissions"), context.report),
    ...readInEach(context, module, environments, key, (environment) => merge(layers(environment))),
    layers,
    written: (environment) => merge(layers(environment)),
  };
}

function moduleOf({ registry, report }: Context, address: string, key: Location, body: LocatedMap): Module | undefined {
  const named = body.entries.get("module")?.value;
  if (named?.kind !== "scalar" || isEmpty(named)) {
    const help = `modules are ${[...registry.keys()].join(", ")}`;
    report.add(named?.location ?? key, `component ${address} does not say which \`module\` it uses`, help);
    return undefined;
  }
  const module = registry.get(named.text);
  if (!module) unknownModule(named.text, named.location, registry, report);
  return module;
}

function refuseWords({ report }: Context, { entries }: LocatedMap): void {
  for (const word of wordsToCome) {
    const entry = entries.get(word);
    if (entry) report.add(entry.key, `\`${word}\` is a reserved word that this version does not support`, "remove it");
  }
}

function layersOf(context: Context, beneath: Beneath, service: Service, module: Module, body: LocatedMap) {
  const inputs = [...body.entries].filter(([word]) => !reservedWords.includes(word));
  const own: Layer = {
    name: "component",
    tree: knownInputs(module, { ...body, entries: new Map(inputs) }, context.report),
  };
  const overrides = overridesOf(context, module, body.entries.get("environments"));
  return (environment: string): readonly Layer[] => {
    const override = overrides.get(environment);
    return [...beneath.of(module.name, service.defaults, environment), own, ...(override ? [override] : [])];
  };
}
