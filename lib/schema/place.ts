import type { Message } from "./message";
import { entryName, itemName, memberName } from "./name";
import type { Schema } from "./schema";

/** A value inside a variable, as HCL reaches it. */
export interface Place {
  readonly schema: Schema;
  /** An HCL expression without operators. */
  readonly at: string;
  readonly name: Message;
  /** How many loops are around it. */
  readonly depth: number;
  /** What null means here: it cannot be, it stands for nothing, or it is a mistake. */
  readonly null: "never" | "absent" | "wrong";
}

/** All inputs of a module, as if they were the members of one object. */
export const inputsPlace = (schema: Schema): Place => ({ schema, at: "var", name: [], depth: 0, null: "never" });

/** A member of an object. Terraform puts the default in the place of null, and refuses null for a required input. */
export function memberPlace(object: Place, key: string, schema: Schema): Place {
  const isInput = object.at === "var";
  const orRequired = schema.default !== undefined || isInput ? "never" : "wrong";
  return {
    schema,
    at: `${object.at}.${key}`,
    name: memberName(object.name, key),
    depth: object.depth,
    null: schema.optional ? "absent" : orRequired,
  };
}

/** The entry that a loop over a map or a list is at, and the loop's head. */
export function entryPlace({ schema, at, name, depth }: Place, entry: Schema): { place: Place; head: string } {
  const [key, value] = [`k${depth}`, `v${depth}`];
  const named = schema.items ? itemName(name, { hcl: key }) : entryName(name, { hcl: key });
  const place: Place = { schema: entry, at: value, name: named, depth: depth + 1, null: "wrong" };
  return { place, head: `for ${key}, ${value} in ${at}` };
}
