import type { Output, Schema } from "./schema";

/**
 * A deep copy of a value with the defaults of its schema in it, at any depth. Members that are undefined are left out;
 * what is no plain data, such as a reference, is kept as it is.
 */
export const withDefaults = <S extends Schema>(schema: S, value: unknown): Output<S> =>
  fill(schema, value) as Output<S>;

function fill(schema: Schema, given: unknown): unknown {
  const value = given === undefined ? schema.default : given;
  if (Array.isArray(value)) return value.map((item) => fill(schema.items ?? anything, item));
  if (!isRecord(value)) return value;
  const named = Object.keys(schema.properties ?? {});
  const keys = [...named, ...Object.keys(value).filter((key) => !named.includes(key))];
  const entries = keys.map((key) => [key, fill(inside(schema, key), own(value, key))] as const);
  return Object.fromEntries(entries.filter(([, item]) => item !== undefined));
}

const anything: Schema = { type: "object" };
const inside = ({ properties, additionalProperties = anything }: Schema, key: string): Schema =>
  properties ? (own(properties, key) ?? anything) : additionalProperties;

const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

/** Whether a value is a map or an object of plain data: no list, no instance of a class, no reference. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null || Object.getOwnPropertySymbols(value).length) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
