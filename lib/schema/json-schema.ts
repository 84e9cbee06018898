import type { Schema } from "./schema";

/** JSON Schema, draft 07. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

const KEPT = [
  ...["description", "default", "enum", "pattern", "minLength", "maxLength", "minimum", "maximum"],
  ...["minItems", "maxItems", "minProperties", "maxProperties"],
] as const;

/** A schema in the words of draft 07 alone, as editors and ajv read it. Rules between members have no such words. */
export function jsonSchema(schema: Schema): JsonSchema {
  const kept = Object.entries(schema).filter(([keyword]) => (KEPT as readonly string[]).includes(keyword));
  return { type: schema.type, ...Object.fromEntries(kept), ...inner(schema) };
}

function inner({ items, properties, additionalProperties, keys }: Schema): JsonSchema {
  if (items) return { items: jsonSchema(items) };
  if (additionalProperties) {
    return {
      additionalProperties: jsonSchema(additionalProperties),
      ...(keys && { propertyNames: { pattern: keys } }),
    };
  }
  if (!properties) return {};
  const members = Object.entries(properties);
  return {
    properties: Object.fromEntries(members.map(([name, member]) => [name, jsonSchema(member)])),
    required: members.filter(([, member]) => isRequired(member)).map(([name]) => name),
    additionalProperties: false,
  };
}

/** Whether a member must be written. */
export const isRequired = (member: Schema): boolean => !member.optional && member.default === undefined;
