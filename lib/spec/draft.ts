import type { Location } from "../diagnostic";
import type { Module } from "../module";
import { isEmpty, type LocatedEntry, type LocatedMap } from "../source";
import { awsNameOf, readAwsNames } from "./aws-name";
import { filledIn } from "./builtins";
import { type Choice, choicesOf } from "./choices";
import { knownInputs, unknownModule } from "./component";
import type { Context } from "./context";
import { type Parted, partExisting } from "./existing";
import { readImports } from "./imports";
import { type Beneath, type Defaults, overridesOf } from "./layered";
import { type Layer, merge } from "./layers";
import { readManagedPolicies } from "./managed-policies";
import { firstAddress } from "./moves";
import { readOnly } from "./only";
import { readPermissions } from "./permissions";
import { type Component, type Environment, labelOf, madeIn } from "./project";
import { seenFrom } from "./provider";
import { withTexts } from "./texts";
import { readInEach, type Written } from "./values";
import { reservedWords } from "./words";

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
  { key, value: whole }: LocatedEntry,
): Draft | undefined {
  const address = `${service.name}.${name}`;
  if (whole.kind !== "map") {
    context.report.add(whole.location, `component ${address} must be a mapping`, "it says at least its `module`");
    return undefined;
  }
  const choice = choiceOf(context, address, key, whole);
  if (!choice) return undefined;
  const { module } = choice;
  const environments = readOnly(context, whole.entries.get("only"));
  const provider = context.providers.of(whole);
  const there = { ...context, environments: context.environments.map((one) => seenFrom(one, provider)) };
  const { found, body } = partExisting(there, choice, { address, key, body: whole, environments });
  const existing = found && found.environments.length > 0 && { module: found.module, environments: found.environments };
  const made = madeIn({ environments, ...(existing && { existing }) });
  const names = readAwsNames(there, module, made, awsNameOf(there, service.name, name, key, body), body);
  const nameIn = (one: Environment) =>
    filledIn((names.own.get(one.name) ?? names.everywhere).value, context.project, one);
  const importing = { address, module, environments, made, nameIn };
  const inputs = inputsOf(there, beneath, service, module, { key, found, body });
  const readable = environments.filter((one) => inputs.foundIn(one)?.isReadable ?? true);
  return {
    address,
    service: service.name,
    name,
    label: labelOf(`${service.name}_${name}`),
    firstLabel: labelOf(firstAddress(address, context.moves)),
    module,
    ...(existing && { existing }),
    location: key,
    environments,
    ...(provider && { provider }),
    awsName: names.everywhere.value,
    ownNames: Object.fromEntries([...names.own].map(([environment, { value }]) => [environment, value])),
    imports: readImports(there, importing, body.entries.get("import")),
    usesEntry: body.entries.get("uses"),
    permissions: readPermissions(module, body.entries.get("permissions"), context.report),
    managedPolicies: readManagedPolicies(module, body.entries.get("managed_policies"), context.report),
    ...readInEach(context, readable, inputs.placed),
    layers: inputs.layers,
    written: (environment) => merge(inputs.layers(environment)),
  };
}

/** What a component says, and where it is there already. */
type Sources = Parted & { readonly key: Location };

/** The inputs of a component in each environment: of what is made there, or of what is there already. */
function inputsOf(context: Context, beneath: Beneath, service: Service, module: Module, { key, found, body }: Sources) {
  const foundIn = (environment: string) => (found?.environments.includes(environment) ? found : undefined);
  const own = layersOf(context, beneath, service, module, body);
  const layers = (environment: string) =>
    foundIn(environment)?.layers(environment, beneath.of(module.name, service.defaults, environment)) ??
    own(environment);
  const placed = (environment: string): Written => ({
    module: foundIn(environment)?.module ?? module,
    whole: foundIn(environment)?.place(environment) ?? key,
    tree: merge(layers(environment)),
  });
  return { foundIn, layers, placed };
}

function choiceOf({ registry, report }: Context, address: string, key: Location, body: LocatedMap): Choice | undefined {
  const named = body.entries.get("module")?.value;
  if (named?.kind !== "scalar" || isEmpty(named)) {
    const help = `modules are ${[...choicesOf(registry).keys()].join(", ")}`;
    report.add(named?.location ?? key, `component ${address} does not say which \`module\` it uses`, help);
    return undefined;
  }
  const choice = choicesOf(registry).get(named.text);
  if (!choice) unknownModule(named.text, named.location, registry, report);
  return choice;
}

function layersOf(context: Context, beneath: Beneath, service: Service, module: Module, body: LocatedMap) {
  const inputs = [...body.entries].filter(([word]) => !reservedWords.includes(word));
  const own: Layer = {
    name: "component",
    tree: withTexts(context, module, knownInputs(module, { ...body, entries: new Map(inputs) }, context.report)),
  };
  const overrides = overridesOf(context, module, body.entries.get("environments"));
  return (environment: string): readonly Layer[] => {
    const override = overrides.get(environment);
    return [...beneath.of(module.name, service.defaults, environment), own, ...(override ? [override] : [])];
  };
}
