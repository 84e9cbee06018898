import type { Module } from "../../module";
import { withDefaults } from "../../schema";
import { badValues } from "./bad-values";
import { demandsOf, type Place, placesIn, withValue } from "./places";
import { type Call, type Refusal, refusalsBy } from "./refusals";

/** A call that a module must refuse. */
export interface Rejection {
  /** What is wrong with it. */
  readonly name: string;
  readonly call: Call;
  readonly refusals: readonly Refusal[];
}

/**
 * Calls that a module must refuse: one for each demand of its inputs at any depth, and those that the module names.
 * Each breaks one demand, and nothing else in the variable that refuses it.
 * @throws Error that lists the demands which no example of the module shows, and the named calls which are no mistake.
 */
export function rejections(module: Module, refusalsOf = refusalsBy(module.inputs)): Rejection[] {
  const derived = new Map<string, Rejection>();
  for (const fault of examplesOf(module).flatMap((example) => faultsOf(example, module))) {
    const refusals = derived.has(fault.name) ? [] : refusalsOf(fault.call);
    if (isProof(fault, refusals)) derived.set(fault.name, { name: fault.name, call: fault.call, refusals });
  }
  const demanded = demandsOf(module.inputs).map(({ name, keyword }) => nameOf(name, keyword));
  const named = Object.entries(module.rejected ?? {}).map(([name, given]) => {
    const call = given as Call;
    return { name, call, refusals: refusalsOf(call) };
  });
  assertProved(module.name, [
    ...demanded.filter((name) => !derived.has(name)),
    ...named.filter(({ refusals }) => refusals.length === 0).map(({ name }) => name),
  ]);
  return [...demanded.map((name) => derived.get(name) as Rejection), ...named];
}

/** The richest first. */
const examplesOf = ({ examples: { complete, minimal, ...others } }: Module): Call[] =>
  [complete, ...Object.values(others), minimal] as Call[];

interface Fault {
  readonly name: string;
  readonly keyword: string;
  readonly place: Place;
  readonly call: Call;
}

/** An example with one value changed, once for each demand that it has a place for. */
function faultsOf(example: Call, { inputs }: Module): Fault[] {
  const full = withDefaults(inputs, example) as Call;
  const places = placesIn({ schema: inputs, path: [], name: "", value: full });
  return places.flatMap((place) =>
    badValues(place.schema, place.value).map(({ keyword, value, path }) => {
      const [input = "", ...rest] = [...place.path, ...path];
      const call = { ...example, [input]: withValue(full[input], rest, value) };
      return { name: nameOf(place.name, keyword), keyword, place, call };
    }),
  );
}

/** Whether a call is refused for the demand that it is to break, and the variable has no other reason to refuse it. */
function isProof({ place: { path }, keyword }: Fault, refusals: readonly Refusal[]): boolean {
  const own = refusals.filter(({ variable }) => variable === path[0]);
  const isHere = (refusal: Refusal) => path.every((key, i) => refusal.path[i] === key);
  return own.some((refusal) => refusal.keyword === keyword) && own.every(isHere);
}

const FAULTS: Readonly<Record<string, string>> = {
  type: "is no whole number",
  enum: "is unknown",
  ended: "has been ended",
  pattern: "is malformed",
  minimum: "is too low",
  maximum: "is too high",
  minLength: "is too short",
  maxLength: "is too long",
  minItems: "has too few items",
  maxItems: "has too many items",
  minProperties: "has too few entries",
  maxProperties: "has too many entries",
  propertyNames: "has a malformed key",
};

const nameOf = (place: string, keyword: string) => `${place} ${FAULTS[keyword]}`;

function assertProved(module: string, unproved: readonly string[]): void {
  if (unproved.length === 0) return;
  throw new Error(
    `examples.ts of ${module} must have an example or a rejected call in which nothing is wrong but this:\n${unproved.join("\n")}`,
  );
}
