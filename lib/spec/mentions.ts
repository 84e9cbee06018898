import type { Location } from "../diagnostic";
import type { Schema } from "../schema";
import { didYouMean } from "./did-you-mean";
import { checkFit, checkPresence } from "./fit";
import { Mention } from "./mention";
import { CodeFolder, type Component, type Value } from "./project";
import { isWellFormed, type Resolution, resolutionOf, type Scope, unknownComponent } from "./resolution";

/** A reference and the place where it stands. */
export interface Use {
  readonly mention: Mention;
  /** What the place takes; undefined where it takes any text. */
  readonly schema?: Schema | undefined;
  /** Whether the place may hold nothing. */
  readonly isOptional: boolean;
}

/** Checks every reference of a component: it must resolve, and fit the place where it stands. */
export function checkMentions(component: Component, scope: Scope): void {
  const seen = new Set<Location>();
  for (const use of mentionsOf(component)) {
    // A value that several environments share is one object, and so is its place.
    if (seen.has(use.mention.location)) continue;
    seen.add(use.mention.location);
    for (const path of use.mention.paths) {
      const to = isWellFormed(path, use.mention.location, scope) ? resolutionOf(path) : undefined;
      if (to?.kind === "output") checkOutput(component, to, use, scope);
    }
  }
}

/** The references in everything that a component is given. */
export function* mentionsOf({ awsName, values, permissions, module }: Component): Generator<Use> {
  yield* inside(awsName);
  for (const given of Object.values(values)) yield* inside(given, module.inputs);
  yield* inside(permissions as unknown as Value);
}

function* inside(value: Value, schema?: Schema): Generator<Use> {
  if (value instanceof Mention) yield { mention: value, schema, isOptional: mayBeAbsent(schema) };
  else if (typeof value === "object" && !(value instanceof CodeFolder))
    for (const [key, item] of Object.entries(value)) yield* inside(item as Value, stepInto(schema, key));
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
    checkPresence(from, target.environments, to.address, use, report);
  }
}
