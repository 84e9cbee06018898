import { literal } from "./hcl";
import type { Schema } from "./schema";

const SCALARS = { string: "string", integer: "number", number: "number", boolean: "bool" } as const;

/** A schema as a Terraform type constraint, with `optional(type, default)` at any depth. */
export const terraformType = (schema: Schema): string => typeOf(schema, withDefault);

/**
 * The same without defaults and with every member of every object optional: the type of a variable that passes on what
 * some caller sets.
 */
export const bareType = (schema: Schema): string => typeOf(schema, (_, type) => `optional(${type})`);

type Member = (schema: Schema, type: string) => string;

const withDefault: Member = (schema, type) => {
  if (schema.default !== undefined) return `optional(${type}, ${literal(schema.default)})`;
  return schema.optional ? `optional(${type})` : type;
};

function typeOf(schema: Schema, member: Member): string {
  const { type, items, properties, additionalProperties } = schema;
  if (items) return `list(${typeOf(items, member)})`;
  if (additionalProperties) return `map(${typeOf(additionalProperties, member)})`;
  if (type !== "object" && type !== "array") return SCALARS[type];
  const members = Object.entries(properties ?? {}).map(
    ([name, one]) => `${name} = ${member(one, typeOf(one, member))}`,
  );
  return `object({${members.length ? ` ${members.join(", ")} ` : ""}})`;
}
