import type { Cloud } from "../cloud";
import type { Module } from "../module";
import { type JsonSchema, type Schema, string } from "../schema";
import { specSchema } from "./component";
import { editorSchema } from "./editor-schema";
import { envelopeOf } from "./envelope";
import { expansionSchemas } from "./expand";
import { stateSchemas } from "./state-schemas";
import { edgeSchema, permissionsSchema } from "./uses";
import { nameHelp, namePattern } from "./words";

/** What specs are made of. */
export interface Vocabulary {
  readonly cloud: Cloud;
  readonly registry: ReadonlyMap<string, Module>;
}

/**
 * The JSON Schema (draft 07) of a spec and of the files that it includes, for editors: completion, documentation, and no
 * false alarm. What layers, rules and references ask beyond it is for `groundplan validate` to say.
 */
export function specJsonSchema({ cloud, registry }: Vocabulary): JsonSchema {
  const modules = [...registry.values()];
  const whole = editorSchema(envelopeOf(cloud), { references: false, partial: false });
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "Groundplan spec",
    type: "object",
    properties: {
      ...(whole.properties as object),
      state: stateSchemas(),
      defaults: { $ref: "#/definitions/defaults" },
      services: {
        description: "The services: components by name.",
        type: "object",
        propertyNames,
        additionalProperties: { $ref: "#/definitions/service" },
      },
      patterns: {
        description: "Components that are written once, to be used many times.",
        type: "object",
        propertyNames,
        additionalProperties: { $ref: "#/definitions/pattern" },
      },
    },
    patternProperties: { "^x-": true },
    additionalProperties: false,
    // An included file has `services` and `patterns` only; in the main file, these three come together.
    dependencies: Object.fromEntries(required.map((word) => [word, required])),
    definitions: {
      ...expansionSchemas,
      defaults: defaults(modules),
      service,
      component: component(modules),
      ...definitions(modules),
    },
  };
}

const required = ["version", "name", "environments"];
const propertyNames = { pattern: namePattern.source, description: nameHelp };

const defaults = (modules: readonly Module[]): JsonSchema => ({
  description: "Inputs by module, for every component that does not say otherwise.",
  type: "object",
  properties: Object.fromEntries(modules.map(({ name }) => [name, { $ref: `#/definitions/${name}.inputs` }])),
  additionalProperties: false,
});

const service: JsonSchema = {
  description: "A service: its components by name.",
  type: "object",
  properties: {
    defaults: { $ref: "#/definitions/defaults" },
    only: { $ref: "#/definitions/only" },
    for_each: { $ref: "#/definitions/for_each" },
  },
  propertyNames,
  additionalProperties: { $ref: "#/definitions/component" },
};

/** One `if` per module: an editor then offers the inputs of the one that is named, and complains about no other's. */
const component = (modules: readonly Module[]): JsonSchema => ({
  type: "object",
  properties: {
    module: { description: "The module that the component uses.", enum: modules.map(({ name }) => name) },
    pattern: { description: "The pattern that stands for several components.", type: "string" },
  },
  if: { required: ["pattern"] },
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  then: { $ref: "#/definitions/use" },
  else: { required: ["module"] },
  allOf: modules.map(({ name }) => ({
    if: { required: ["module"], properties: { module: { const: name } } },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: { $ref: `#/definitions/${name}` },
  })),
});

function definitions(modules: readonly Module[]): JsonSchema {
  const all = modules.flatMap((module): [string, JsonSchema][] => [
    [module.name, componentOf(module)],
    [`${module.name}.inputs`, { type: "object", properties: inputsOf(module), additionalProperties: false }],
  ]);
  return { ...Object.fromEntries(all), uses: uses(modules), permissions: editorSchema(permissionsSchema) };
}

function inputsOf(module: Module): JsonSchema {
  const inputs = Object.entries(specSchema(module).properties ?? {}).map(([name, schema]) => {
    const input = editorSchema(schema, { partial: true });
    return [name, name === module.code ? orFolder(input) : input];
  });
  return Object.fromEntries(inputs);
}

const orFolder = ({ description, ...code }: JsonSchema): JsonSchema => ({
  description: `${description ?? "Code."} Or the path of a folder of code, relative to this file.`,
  anyOf: [{ type: "string" }, code],
});

const componentOf = (module: Module): JsonSchema => ({
  description: module.summary,
  type: "object",
  properties: {
    module: { const: module.name, description: module.summary },
    name: editorSchema(string({ description: "AWS name; <project>-<environment>-<service>-<component> if absent." })),
    only: { $ref: "#/definitions/only" },
    for_each: { $ref: "#/definitions/for_each" },
    environments: {
      description: "What some environments set differently: inputs by environment.",
      type: "object",
      additionalProperties: { $ref: `#/definitions/${module.name}.inputs` },
    },
    ...(module.receives ? edges : {}),
    ...inputsOf(module),
  },
  additionalProperties: false,
});

const edges = { uses: { $ref: "#/definitions/uses" }, permissions: { $ref: "#/definitions/permissions" } };

/** An editor does not know the module of the component that is used: every module's words are offered. */
function uses(modules: readonly Module[]): JsonSchema {
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
