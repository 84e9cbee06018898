import { constraints, must } from "./constraints";
import { isRequired } from "./json-schema";
import type { ObjectSchema, Schema } from "./schema";

/** One input, or one member inside an input, as documentation shows it. */
export interface InputRow {
  /** The way to it, where `*` stands for any key: `indexes.*.hash_key`. */
  readonly name: string;
  /** Terraform's type, in short: `string`, `list(number)`, `map(object)`. */
  readonly type: string;
  /** Plain data; undefined where there is none. */
  readonly default: unknown;
  readonly required: boolean;
  readonly description: string;
  /** What its schema demands: "must be at least 128". */
  readonly demands: readonly string[];
  /** 0 for an input, one more for each object around a member. */
  readonly depth: number;
}

/** The inputs of a module and all that is inside them, each followed by its members. */
export const inputRows = (schema: ObjectSchema): InputRow[] => membersOf(schema, "", 0);

const membersOf = ({ properties = {} }: Schema, prefix: string, depth: number): InputRow[] =>
  Object.entries(properties).flatMap(([name, member]) => rowsOf(member, prefix + name, depth));

function rowsOf(schema: Schema, name: string, depth: number): InputRow[] {
  const { description = "", default: value, keys, keysMessage } = schema;
  const ofKeys = keys === undefined ? [] : [`keys ${must(keys, keysMessage)}`];
  const demands = [...constraints(schema).map(({ demand }) => demand), ...ofKeys];
  const row = { name, type: typeOf(schema), default: value, required: isRequired(schema), description, demands, depth };
  return [row, ...insideOf(schema, name, depth + 1)];
}

function insideOf(schema: Schema, name: string, depth: number): InputRow[] {
  const entry = schema.items ?? schema.additionalProperties;
  return entry ? insideOf(entry, `${name}.*`, depth) : membersOf(schema, `${name}.`, depth);
}

const SCALARS = {
  string: "string",
  integer: "number",
  number: "number",
  boolean: "bool",
  object: "object",
  array: "list",
};

function typeOf({ type, items, additionalProperties }: Schema): string {
  if (items) return `list(${typeOf(items)})`;
  return additionalProperties ? `map(${typeOf(additionalProperties)})` : SCALARS[type];
}
