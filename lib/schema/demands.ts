import { constraints, must } from "./constraints";
import type { Schema } from "./schema";

/** Whether a value, or anything inside it, is to be hidden. */
export const isSensitive = (schema: Schema): boolean =>
  schema.sensitive === true || inner(schema).some(([, one]) => isSensitive(one));

/** All that a schema demands at any depth, in words without values: "token must have at least 8 characters". */
export function demands(schema: Schema, name: string): string[] {
  const keys = schema.keys === undefined ? [] : [`keys of ${name} ${must(schema.keys, schema.keysMessage)}`];
  const own = constraints(schema).map(({ demand }) => `${name} ${demand}`);
  const rules = (schema.rules ?? []).map(({ summary }) => `in ${name}, ${summary}`);
  return [...own, ...keys, ...rules, ...inner(schema).flatMap(([key, one]) => demands(one, `${name}.${key}`))];
}

function inner({ items, additionalProperties, properties = {} }: Schema): [string, Schema][] {
  const entries = items ?? additionalProperties;
  return entries ? [["*", entries]] : Object.entries(properties);
}
