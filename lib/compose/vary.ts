import { expr, type Part, reference } from "../expression";
import { bareType, type Schema } from "../schema";
import { CodeFolder, Mention, type Value } from "../spec";
import { codeArgument, varyCode } from "./code";
import { hasMention, isEqual, isObject } from "./equal";
import { labelsOf } from "./labels";
import type { Translation } from "./values";

/** A value of one input in each environment that has the component; undefined where it is not given. */
export type ByEnvironment = ReadonlyMap<string, Value | undefined>;

/** A value as the composition holds it: an argument, and what each environment must say of it. */
export interface Varied {
  readonly argument: Part;
  /** The Terraform type of what differs; absent where nothing does. */
  readonly type?: string;
  /** What differs, by environment. */
  readonly values?: ReadonlyMap<string, unknown>;
  /** Whether some environment says nothing. */
  readonly sparse?: boolean;
}

/**
 * Splits a value into what all environments share and what differs: objects and maps by key, everything else whole.
 * @param place HCL of the place where the environments' values arrive: `var.orders_table.billing_mode`
 */
export function vary(
  schema: Schema | undefined,
  values: ByEnvironment,
  place: string,
  translation: Translation,
): Varied {
  const all = [...values.values()];
  const [first] = all;
  if (first !== undefined && all.every((value) => isEqual(value, first)))
    return { argument: shared(first, translation) };
  if (all.every(isObject)) return varyMembers(schema, values, place, translation);
  const there = new Map([...values].filter(([, value]) => value !== undefined));
  return there.size < values.size && [...there.values()].every(isObject) && [...there.values()].some(hasMention)
    ? varyPresence(schema, there, place, translation)
    : leaf(schema, values, place, translation);
}

/** What some environments lack and others have with references: the composition holds it, they say whether. */
function varyPresence(
  schema: Schema | undefined,
  there: ByEnvironment,
  place: string,
  translation: Translation,
): Varied {
  const { argument, type = "bool", values } = vary(schema, there, place, translation);
  return {
    argument: expr`${reference(place)} == null ? null : ${argument}`,
    type: `optional(${type})`,
    values: values ?? new Map([...there.keys()].map((environment) => [environment, true])),
    sparse: true,
  };
}

/** Places below a code folder are packages, which the composition finds beside itself. */
const shared = (value: Value, translation: Translation): Part =>
  isObject(value)
    ? Object.fromEntries(
        Object.entries(value).map(([key, item]) => [
          translation.argument(key) as string,
          codeArgument(key, item, translation) ?? shared(item, translation),
        ]),
      )
    : translation.argument(value);

function varyMembers(
  schema: Schema | undefined,
  values: ByEnvironment,
  place: string,
  translation: Translation,
): Varied {
  const keys = [...new Set([...values.values()].flatMap((value) => Object.keys(value as object)))];
  const names = labelsOf(keys);
  const members = keys.map((key) => {
    const inner = new Map(
      [...values].map(([environment, value]) => [environment, (value as Record<string, Value>)[key]]),
    );
    const name = names.get(key) as string;
    return { key, name, varied: member(schema, key, inner, `${place}.${name}`, translation) };
  });
  return assemble(schema, members, [...values.keys()], place, translation);
}

interface Member {
  readonly key: string;
  readonly name: string;
  readonly varied: Varied;
}

function member(
  schema: Schema | undefined,
  key: string,
  values: ByEnvironment,
  place: string,
  translation: Translation,
): Varied {
  const inner = schema?.properties?.[key] ?? schema?.additionalProperties;
  return [...values.values()].some((value) => value instanceof CodeFolder)
    ? varyCode(key, values, place, translation)
    : vary(inner, values, place, translation);
}

function assemble(
  schema: Schema | undefined,
  members: readonly Member[],
  environments: readonly string[],
  place: string,
  translation: Translation,
): Varied {
  const differing = members.filter(({ varied }) => varied.type !== undefined);
  const object = Object.fromEntries(
    members.map(({ key, varied }) => [translation.argument(key) as string, varied.argument]),
  );
  const isMap = schema?.additionalProperties !== undefined;
  return {
    argument: isMap && differing.some(({ varied }) => varied.sparse) ? translation.filtered(place, object) : object,
    type: `object({ ${differing.map(({ name, varied }) => `${name} = ${varied.type}`).join(", ")} })`,
    values: new Map(environments.map((environment) => [environment, given(differing, environment)])),
  };
}

const given = (members: readonly Member[], environment: string) =>
  Object.fromEntries(
    members.flatMap(({ name, varied }) => {
      const value = varied.values?.get(environment);
      return value === undefined ? [] : [[name, value]];
    }),
  );

function leaf(schema: Schema | undefined, values: ByEnvironment, place: string, translation: Translation): Varied {
  const sparse = [...values.values()].includes(undefined);
  const type = schema ? bareType(schema) : "any";
  return {
    argument: reference(place),
    type: sparse ? `optional(${type})` : type,
    values: new Map(
      [...values].map(([environment, value]) => [
        environment,
        value === undefined ? undefined : plain(value, environment),
      ]),
    ),
    sparse,
  };

  function plain(value: Value, environment: string): unknown {
    if (value instanceof Mention) return translation.plain(value, environment);
    if (Array.isArray(value)) return value.map((item) => plain(item, environment));
    if (!isObject(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item, environment)]));
  }
}
