import type { JsonSchema, Schema } from "../schema";

export interface EditorOptions {
  /** Whether `${…}` may stand for a value; true by default. */
  readonly references?: boolean;
  /** Whether values are part of a whole that layers make up, so that nothing in them is required; false by default. */
  readonly partial?: boolean;
}

const reference = { type: "string", pattern: "\\$\\{[A-Za-z0-9_.-]+\\}" } as const;

/** A schema as a YAML author may write it: scalars by schema, references in place of values. */
export function editorSchema(schema: Schema, options: EditorOptions = {}): JsonSchema {
  const { references = true } = options;
  const { description, default: value } = schema;
  const body = bodyOf(schema, options);
  return {
    ...(description === undefined ? {} : { description }),
    ...(value === undefined ? {} : { default: value }),
    ...(references && !takesAnyText(body) ? { anyOf: [body, reference] } : body),
  };
}

const takesAnyText = (body: JsonSchema) => Object.keys(body).length === 1 && body.type === texts;

function bodyOf(schema: Schema, options: EditorOptions): JsonSchema {
  const { items, properties, additionalProperties } = schema;
  if (items) return listOf(schema, items, options);
  if (additionalProperties) return mapOf(schema, additionalProperties, options);
  if (properties) return objectOf(properties, options);
  if (schema.enum) return { enum: schema.enum.flatMap(spellings) };
  if (schema.type !== "string") return { type: schema.type, ...pick(schema, ["minimum", "maximum"]) };
  return { type: texts, ...pick(schema, ["pattern", "minLength", "maxLength"]) };
}

/** Where the schema says string, the scalar's own text is the value: `version: 3.10` needs no quotes. */
const texts = ["string", "number", "boolean"] as const;

/** A value, and the YAML scalar that a parser may take its text for. */
function spellings(text: string | number): unknown[] {
  if (typeof text === "number") return [text];
  if (text === "true" || text === "false") return [text, text === "true"];
  return text !== "" && String(Number(text)) === text ? [text, Number(text)] : [text];
}

/** A list is replaced as a whole, so that what is in it is complete. */
const listOf = (schema: Schema, items: Schema, options: EditorOptions): JsonSchema => ({
  type: "array",
  items: editorSchema(items, { ...options, partial: false }),
  ...pick(schema, ["minItems", "maxItems"]),
});

const mapOf = (schema: Schema, values: Schema, options: EditorOptions): JsonSchema => ({
  type: "object",
  additionalProperties: editorSchema(values, options),
  ...(schema.keys === undefined ? {} : { propertyNames: { pattern: schema.keys } }),
  ...pick(schema, options.partial ? ["maxProperties"] : ["minProperties", "maxProperties"]),
});

const isRequired = ({ optional, default: value }: Schema) => !optional && value === undefined;

function objectOf(properties: Readonly<Record<string, Schema>>, options: EditorOptions): JsonSchema {
  const members = Object.entries(properties);
  const required = options.partial ? [] : members.filter(([, member]) => isRequired(member)).map(([name]) => name);
  return {
    type: "object",
    properties: Object.fromEntries(members.map(([name, member]) => [name, editorSchema(member, options)])),
    ...(required.length > 0 ? { required } : {}),
    additionalProperties: false,
  };
}

function pick(schema: Schema, keywords: readonly (keyof Schema)[]): JsonSchema {
  return Object.fromEntries(keywords.flatMap((keyword) => (keyword in schema ? [[keyword, schema[keyword]]] : [])));
}
