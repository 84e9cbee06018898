import type { Schema } from "../../schema";
import { constraints } from "../../schema/constraints";

/** A place inside the inputs of a module where an example has a value, or could have one. */
export interface Place {
  readonly schema: Schema;
  /** The way to it in the example: `["indexes", "by-customer", "hash_key"]`. */
  readonly path: readonly string[];
  /** The same in any example, where `*` stands for any key: `indexes.*.hash_key`. */
  readonly name: string;
  /** Undefined where the example leaves it out. */
  readonly value: unknown;
}

/** The place itself and all inside it; of a list or a map, inside its first entry. */
export function placesIn(place: Place): Place[] {
  const { schema, path, name, value } = place;
  const [first] = Object.keys(value ?? {});
  const inner = value === undefined ? [] : steps(schema, first);
  const places = inner.map(([key, step, one]) => ({
    schema: one,
    path: [...path, key],
    name: named(name, step),
    value: own(value, key),
  }));
  return [place, ...places.flatMap(placesIn)];
}

/** Everything that a schema demands, at any depth: where, and the keyword that problems name. */
export function demandsOf(schema: Schema, name = ""): { name: string; keyword: string }[] {
  const { keys, ended } = schema;
  const keywords = [
    ...constraints(schema).map(({ keyword }) => keyword),
    ...(ended ? ["ended"] : []),
    ...(keys ? ["propertyNames"] : []),
  ];
  const inner = steps(schema, "*").flatMap(([, step, one]) => demandsOf(one, named(name, step)));
  return [...keywords.map((keyword) => ({ name, keyword })), ...inner];
}

/** What lies one step below: its key, its key in names, its schema. */
function steps(
  { properties, items, additionalProperties }: Schema,
  key: string | undefined,
): [string, string, Schema][] {
  if (properties) return Object.entries(properties).map(([name, one]) => [name, name, one]);
  const entry = items ?? additionalProperties;
  return entry && key !== undefined ? [[key, "*", entry]] : [];
}

const named = (name: string, step: string) => (name === "" ? step : `${name}.${step}`);

const own = (value: unknown, key: string): unknown =>
  typeof value === "object" && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;

/** A copy of plain data with another value at a path; the objects on the way are there. */
export function withValue(data: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  const inner = withValue(own(data, key), rest, value);
  return Array.isArray(data) ? data.with(Number(key), inner) : { ...(data as object), [key]: inner };
}
