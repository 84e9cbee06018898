import type { Location } from "../diagnostic";
import { isRecord, type Schema } from "../schema";
import { didYouMean } from "./did-you-mean";
import { checkFit, checkPresence } from "./fit";
import { Mention } from "./mention";
import type { Component, Value } from "./project";
import { isWellFormed, type Resolution, resolutionOf, type Scope, unknownComponent } from "./resolution";

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

/** Checks every reference of a component: it must resolve, and fit the place where it stands. */
export function checkMentions(component: Component, scope: Scope): void {
  for (const use of together(mentionsOf(component))) {
    for (const path of use.mention.paths) {
      const to = isWellFormed(path, use.mention.location, scope) ? resolutionOf(path) : undefined;
      if (to?.kind === "output") checkOutput(component, to, use, scope);
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
export function* mentionsOf({ awsName, values, permissions, module, environments }: Component): Generator<Use> {
  yield* inside(awsName, environments);
  for (const [environment, given] of Object.entries(values)) yield* inside(given, [environment], module.inputs);
  yield* inside(permissions as unknown as Value, environments);
}

function* inside(value: Value, environments: readonly string[], schema?: Schema): Generator<Use> {
  if (value instanceof Mention) yield { mention: value, schema, isOptional: mayBeAbsent(schema), environments };
  else if (Array.isArray(value) || isRecord(value))
    for (const [key, item] of Object.entries(value)) yield* inside(item as Value, environments, stepInto(schema, key));
}

const mayBeAbsent = (schema: Schema | undefined) => schema?.optional === true || schema?.default !== undefined;

const stepInto = (schema: Schema | undefined, key: string): Schema | undefined =>
  schema?.items ?? schema?.properties?.[key] ?? schema?.additionalProperties;

function checkOutput(from: Component, to: Resolution & { kind: "output" }, use: Use, scope: Scope): void {
  const { components, report } = scope;
  const { location } = use.mention;
  const target = components.get(to.address);
  if (to.address === from.address) {
    report.add(location, `${from.address} refers to itself`, "a component cannot depend on its own outputs");
  } else if (!target) {
    unknownComponent(to.address, location, components, report);
  } else if (!Object.hasOwn(target.module.outputs, to.output)) {
    const known = Object.keys(target.module.outputs);
    report.add(location, `${to.address} has no output ${to.output}`, didYouMean("outputs", to.output, known));
  } else {
    checkFit(target.module.outputs[to.output] as Schema, to, use, report);
    checkPresence(from.address, target.environments, to.address, use, report);
  }
}
