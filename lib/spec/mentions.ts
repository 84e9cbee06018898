import type { Location } from "../diagnostic";
import { isRecord, type Schema } from "../schema";
import { didYouMean } from "./did-you-mean";
import { builtin, checkFit, checkPresence } from "./fit";
import { managedPoliciesSchema } from "./managed-policies";
import { Mention } from "./mention";
import { type Component, moduleIn, type Value } from "./project";
import { isWellFormed, type Resolution, resolutionOf, type Scope, unknownComponent } from "./resolution";
import { conditionsSchema, permissionsSchema } from "./uses";

/** A reference and the place where it stands. */
export interface Use {
  readonly mention: Mention;
  /** What the place takes; undefined where it takes any text. */
  readonly schema?: Schema | undefined;
  /** Whether the place may hold nothing. */
  readonly isOptional: boolean;
  /** The environments where it stands. */
  readonly environments: readonly string[];
}

/** A use, and where its reference is written. */
export type PlacedUse = Use & { readonly location: Location };

/** Checks every reference of a component: it must resolve, and fit the place where it stands. */
export function checkMentions(component: Component, scope: Scope): void {
  for (const use of together(mentionsOf(component))) {
    for (const path of use.mention.paths) {
      const location = path.location ?? use.mention.location;
      const to = isWellFormed(path, location, scope) ? resolutionOf(path) : undefined;
      if (to?.kind === "output") checkOutput(component, to, { ...use, location }, scope);
      if (to?.kind === "builtin") checkFit(builtin, to, { ...use, location }, scope.report);
    }
  }
}

/** Uses at one place and of one text as one: several environments share it, or a short word stands for several. */
function together(uses: Iterable<Use>): readonly Use[] {
  const found = new Map<Location, Map<string, Use>>();
  for (const use of uses) {
    const { text, location } = use.mention;
    const here = found.get(location) ?? new Map<string, Use>();
    const same = here.get(text);
    found.set(location, here);
    here.set(text, same ? { ...same, environments: [...same.environments, ...use.environments] } : use);
  }
  return [...found.values()].flatMap((here) => [...here.values()]);
}

/** The references in everything that a component is given. */
export function* mentionsOf(component: Component): Generator<Use> {
  const { awsName, ownNames, values, permissions, managedPolicies, uses, environments } = component;
  yield* inside(awsName, environments);
  for (const [environment, name] of Object.entries(ownNames)) yield* inside(name, [environment]);
  for (const [environment, given] of Object.entries(values))
    yield* inside(given, [environment], moduleIn(component, environment).inputs);
  yield* inside(permissions as unknown as Value, environments, permissionsSchema);
  yield* inside([...managedPolicies.values()], environments, managedPoliciesSchema);
  for (const { conditions = {} } of uses) yield* inside(conditions, environments, conditionsSchema);
}

function* inside(value: Value, environments: readonly string[], schema?: Schema): Generator<Use> {
  if (value instanceof Mention) yield { mention: value, schema, isOptional: mayBeAbsent(schema), environments };
  else if (Array.isArray(value) || isRecord(value))
    for (const [key, item] of Object.entries(value)) yield* inside(item as Value, environments, stepInto(schema, key));
}

const mayBeAbsent = (schema: Schema | undefined) => schema?.optional === true || schema?.default !== undefined;

const stepInto = (schema: Schema | undefined, key: string): Schema | undefined =>
  schema?.items ?? schema?.properties?.[key] ?? schema?.additionalProperties;

function checkOutput(from: Component, to: Resolution & { kind: "output" }, use: PlacedUse, scope: Scope): void {
  const { report } = scope;
  if (to.address === from.address) {
    report.add(use.location, `${from.address} refers to itself`, "a component cannot depend on its own outputs");
    return;
  }
  const found = outputNamed(to, use.location, scope);
  if (!found) return;
  checkFit(found.output, to, use, report);
  checkPresence(from.address, found.environments, to.address, use, report);
}

/** The output that a reference names, and the environments that have it; undefined, and reported, where there is none. */
export function outputNamed(
  { address, output }: Resolution & { kind: "output" },
  location: Location,
  { components, report }: Scope,
): { readonly output: Schema; readonly environments: readonly string[] } | undefined {
  const target = components.get(address);
  if (!target) {
    unknownComponent(address, location, components, report);
    return undefined;
  }
  const { outputs } = target.module;
  if (Object.hasOwn(outputs, output)) return { output: outputs[output] as Schema, environments: target.environments };
  report.add(location, `${address} has no output ${output}`, didYouMean("outputs", output, Object.keys(outputs)));
  return undefined;
}
