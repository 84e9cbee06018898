import type { JsonSchema, Schema } from "../../schema";

export interface EditorOptions {
  /** Whether `${…}` may stand for a value; true by default. */
  readonly references?: boolean;
  /** Whether values are part of a whole that layers make up, so that nothing in them is required; false by default. */
  readonly partial?: boolean;
  /** Whether the text of a file may stand for a text; false by default. */
  readonly files?: boolean;
  /** Addresses of the components that there are, with their modules; any text is one if absent. */
  readonly addresses?: Addresses;
}

/** Names of modules by the addresses of their components. */
export type Addresses = ReadonlyMap<string, string>;

/** A text with a reference in it; `#/definitions/reference` of the whole. */
export const reference = { type: "string", pattern: "\\$\\{[A-Za-z0-9_.-]+\\}" } as const;
const toReference = { $ref: "#/definitions/reference" } as const;

/** The text of a file; `#/definitions/file` of the whole. */
export const file: JsonSchema = {
  type: "object",
  required: ["file"],
  properties: {
    file: { description: "Path of a file whose text it is, relative to this one.", type: "string" },
    with: {
      description: "What stands for ${Name} in the file, by name; all else in it is text.",
      type: "object",
      propertyNames: { pattern: "^[A-Za-z0-9_.-]+$" },
      additionalProperties: { type: ["string", "number", "boolean"] },
    },
  },
  additionalProperties: false,
};
const toFile = { $ref: "#/definitions/file" } as const;

/** What patterns fill in: an address that is none yet. */
export const unfilled = { type: "string", pattern: "^self\\.|\\*|\\$\\{" } as const;

/** A schema as a YAML author may write it: scalars by schema, references in place of values. */
export function editorSchema(schema: Schema, options: EditorOptions = {}): JsonSchema {
  const { description, default: value } = schema;
  const body = bodyOf(schema, options);
  const others = schema.component ? [] : standIns(schema, body, options);
  return {
    ...(description === undefined ? {} : { description }),
    ...(value === undefined ? {} : { default: value }),
    ...(others.length > 0 ? { anyOf: [body, ...others] } : body),
  };
}

/** What may stand in the place of a value. */
const standIns = ({ type, json }: Schema, body: JsonSchema, { references = true, files = false }: EditorOptions) => [
  ...(references && !takesAnyText(body) ? [toReference] : []),
  ...(files && type === "string" ? [toFile] : []),
  ...(files && json ? [{ type: ["object", "array"] }] : []),
];

const takesAnyText = (body: JsonSchema) => Object.keys(body).length === 1 && body.type === texts;

function bodyOf(schema: Schema, options: EditorOptions): JsonSchema {
  const { items, properties, additionalProperties } = schema;
  if (items) return listOf(schema, items, options);
  if (additionalProperties) return mapOf(schema, additionalProperties, options);
  if (properties) return objectOf(properties, options);
  if (schema.component && options.addresses) return addressOf(schema.component, options.addresses);
  if (schema.enum) return { enum: schema.enum.flatMap(spellings) };
  if (schema.type !== "string") return { type: schema.type, ...pick(schema, ["minimum", "maximum"]) };
  return { type: texts, ...pick(schema, ["pattern", "minLength", "maxLength"]) };
}

function addressOf({ modules = [] }: NonNullable<Schema["component"]>, addresses: Addresses): JsonSchema {
  const fitting = [...addresses].filter(([, module]) => modules.length === 0 || modules.includes(module));
  return { anyOf: [{ enum: fitting.map(([address]) => address) }, unfilled] };
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
