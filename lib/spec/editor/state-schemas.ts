import type { JsonSchema } from "../../schema";
import { type Backend, backends, DEFAULT, stateSchema } from "../../state";
import { editorSchema } from "./editor-schema";

/** `state` as editors read it: one `if` per backend, so that they offer the options of the one that is named. */
export const stateSchemas = (): JsonSchema => ({
  description: "The shared state backend.",
  type: "object",
  properties: { backend: { description: "Where Terraform keeps its state.", enum: [...backends.keys()] } },
  allOf: [...backends.values()].map((backend) => ({
    if: isNamed(backend),
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: editorSchema(stateSchema(backend), { references: false }),
  })),
});

/** A state that names no backend is that of the default. */
const isNamed = ({ name }: Backend): JsonSchema => ({
  ...(name === DEFAULT ? {} : { required: ["backend"] }),
  properties: { backend: { const: name } },
});

/** Options of any backend, none of which must be there: those that are not the project's backend's are for `validate` to find. */
export function ownStateSchema(): JsonSchema {
  const all = [...backends.values()].flatMap(({ options }) => Object.entries(options.properties));
  const options = all.map(([name, schema]) => [name, editorSchema(schema, { references: false, partial: true })]);
  return { type: "object", properties: Object.fromEntries(options), additionalProperties: false };
}
