import { type Message, say } from "./message";
import type { Schema } from "./schema";

/** How messages write the way to a member. The inputs of a module stand on their own. */
export const memberName = (parent: Message, member: string): Message =>
  parent.length ? say`${parent}.${member}` : [member];
/** How messages write the way to an entry of a map; the key is a text or an HCL expression. */
export const entryName = (parent: Message, key: string | { hcl: string }): Message => say`${parent}["${key}"]`;
/** How messages write the way to an item of a list. */
export const itemName = (parent: Message, index: string | { hcl: string }): Message => say`${parent}[${index}]`;

/** The schema of what lies one step below; undefined where the schema knows no such place. */
export const stepInto = (schema: Schema | undefined, key: string): Schema | undefined =>
  schema?.items ?? schema?.additionalProperties ?? own(schema?.properties, key);

/** The schema at a path. */
export const schemaAt = (schema: Schema, path: readonly string[]): Schema | undefined =>
  path.reduce<Schema | undefined>(stepInto, schema);

/** A path in messages: `indexes["by-customer"].hash_key`, `subnets[0]`. */
export function pathName(schema: Schema, path: readonly string[], start: Message = []): Message {
  let at: Schema | undefined = schema;
  let name = start;
  for (const key of path) {
    name = at?.items ? itemName(name, key) : at?.additionalProperties ? entryName(name, key) : memberName(name, key);
    at = stepInto(at, key);
  }
  return name;
}

const own = (fields: Readonly<Record<string, Schema>> | undefined, key: string) =>
  fields && Object.hasOwn(fields, key) ? fields[key] : undefined;
