import type { Module } from "../../module";
import type { JsonSchema, Schema } from "../../schema";
import { edgeSchema } from "../uses";
import { editorSchema, unfilled } from "./editor-schema";
import type { Known } from "./known";

/** Each component that there is with the words of its own module; an address that a pattern fills in with all of them. */
export function usesIn({ components }: Known, modules: readonly Module[]): JsonSchema {
  const { additionalProperties: any, ...whole } = uses(modules);
  const usable = [...components.values()].filter(({ module }) => Object.keys(module.connections.access).length > 0);
  return {
    ...whole,
    properties: Object.fromEntries(
      usable.map(({ address, module }) => [address, uses([module]).additionalProperties] as const),
    ),
    patternProperties: { [unfilled.pattern]: any },
    additionalProperties: false,
  };
}

/** An editor does not know the module of the component that is used: every module's words are offered. */
export function uses(modules: readonly Module[]): JsonSchema {
  const long = modules.map((module) => edgeSchema(module).properties ?? {});
  const own: Record<string, Schema> = Object.assign({}, ...long);
  const access = { enum: [...new Set(modules.flatMap(({ connections }) => Object.keys(connections.access)))] };
  const outputs = { enum: [...new Set(modules.flatMap((module) => Object.keys(module.outputs)))] };
  const words = Object.entries(own).map(([word, schema]) => [word, editorSchema(schema, { references: false })]);
  const env = { ...(Object.fromEntries(words).env as object), additionalProperties: outputs };
  return {
    description: "The components that this one uses, by address: an access word, or the long form.",
    type: "object",
    additionalProperties: {
      anyOf: [
        access,
        { type: "object", properties: { ...Object.fromEntries(words), access, env }, additionalProperties: false },
      ],
    },
  };
}
