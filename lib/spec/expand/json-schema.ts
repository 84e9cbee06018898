import type { JsonSchema } from "../../schema";
import { editorSchema } from "../editor/editor-schema";
import { namePattern } from "../words";
import { declaration } from "./parameters";

const reference = { type: "string", pattern: "^\\$\\{[A-Za-z0-9_.-]+\\}$" };

/** A parameter: what it may be, and its default, of whatever type. */
const parameter = {
  ...editorSchema(declaration, { references: false }),
  properties: {
    ...(editorSchema(declaration, { references: false }).properties as object),
    default: { description: "The value where a use gives none." },
  },
};

const names = { propertyNames: { pattern: namePattern.source } };

/** What a spec writes once for several places, for editors. */
export const expansionSchemas: JsonSchema = {
  only: {
    description: "The environments that have it; all of them if absent.",
    type: "array",
    items: { type: "string" },
    minItems: 1,
  },
  for_each: {
    description:
      "Names for each of which it is written once, or a mapping of them to values: ${each.key}, ${each.value}.",
    anyOf: [
      { type: "array", items: { type: ["string", "number"] }, minItems: 1 },
      { type: "object", minProperties: 1 },
      reference,
    ],
  },
  pattern: {
    description: "A pattern: components by name, with parameters.",
    type: "object",
    required: ["components"],
    properties: {
      description: { description: "What it is for.", type: "string" },
      parameters: {
        description: "What a use gives, by name: ${parameter.name}.",
        type: "object",
        ...names,
        additionalProperties: parameter,
      },
      components: {
        description: "Its components by name: ${self.name.output}; `this` has the address of the use.",
        type: "object",
        ...names,
        minProperties: 1,
        additionalProperties: { $ref: "#/definitions/component" },
      },
    },
    additionalProperties: false,
  },
  use: {
    description: "A use of a pattern: its parameters, by name.",
    type: "object",
    properties: {
      pattern: { type: "string" },
      module: false,
      only: { $ref: "#/definitions/only" },
      for_each: { $ref: "#/definitions/for_each" },
      environments: {
        description: "Parameters that some environments set differently, by environment.",
        type: "object",
        additionalProperties: { type: "object" },
      },
    },
  },
};
