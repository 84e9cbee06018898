import type { Cloud } from "../../cloud";
import type { Module } from "../../module";
import { type JsonSchema, string } from "../../schema";
import { accountsOf } from "../accounts";
import { choicesOf } from "../choices";
import { envelopeOf } from "../envelope";
import { expansionSchemas } from "../expand";
import { exportSchema } from "../exports";
import { pipelinesSchema, shortPipelines } from "../pipelines";
import { regionsOf } from "../regions";
import { namedSchema } from "../table";
import { nameHelp, namePattern } from "../words";
import { definitions } from "./definitions";
import { editorSchema, file, reference } from "./editor-schema";
import type { Known } from "./known";
import { ownStateSchema, stateSchemas } from "./state-schemas";

/** What specs are made of. */
export interface Vocabulary {
  readonly cloud: Cloud;
  readonly registry: ReadonlyMap<string, Module>;
}

/**
 * The JSON Schema (draft 07) of a spec and of the files that it includes, for editors: completion, documentation, and no
 * false alarm. What layers, rules and references ask beyond it is for `groundplan validate` to say.
 * @param known what there is in a project: its addresses, outputs and environments alone are right then
 */
export function specJsonSchema({ cloud, registry }: Vocabulary, known?: Known): JsonSchema {
  const choices = [...choicesOf(registry).values()];
  const modules = choices.map(({ module }) => module);
  const whole = editorSchema(envelopeOf(cloud), { references: false, partial: false });
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "Groundplan spec",
    type: "object",
    properties: { ...withOwnStates(whole.properties as Record<string, JsonSchema>), ...words(cloud) },
    patternProperties: { "^x-": true },
    additionalProperties: false,
    // An included file has `services`, `patterns` and `exports` only; in the main file, these three come together.
    dependencies: Object.fromEntries(required.map((word) => [word, required])),
    definitions: {
      ...expansionSchemas,
      ...(known ? { only: onlyIn(known) } : {}),
      reference: known ? { anyOf: [{ enum: referencesIn(known) }, reference] } : reference,
      file,
      defaults: defaults(choices.filter(({ isMade }) => isMade).map(({ module }) => module)),
      service,
      component: component(modules),
      ...definitions(choices, known),
    },
  };
}

const required = ["version", "name", "environments"];
const propertyNames = { pattern: namePattern.source, description: nameHelp };

/** The words of environments with that of their own state: options of any backend, in the place of the project's. */
function withOwnStates({ environments, ...words }: Record<string, JsonSchema>): Record<string, JsonSchema> {
  const { additionalProperties: environment, ...rest } = environments as Readonly<Record<string, object>>;
  const { properties } = environment as { readonly properties: object };
  const state = { description: "What is different of where its state is.", ...ownStateSchema() };
  return {
    ...words,
    environments: { ...rest, additionalProperties: { ...environment, properties: { ...properties, state } } },
  };
}

const byName = (description: string, additionalProperties: JsonSchema): JsonSchema => ({
  description,
  type: "object",
  propertyNames,
  additionalProperties,
});

const words = (cloud: Cloud): Record<string, JsonSchema> => ({
  state: stateSchemas(),
  pipelines: pipelines(cloud),
  defaults: { $ref: "#/definitions/defaults" },
  services: byName("The services: components by name.", { $ref: "#/definitions/service" }),
  patterns: byName("Components that are written once, to be used many times.", { $ref: "#/definitions/pattern" }),
  regions: regions(cloud),
  accounts: byName(
    "Accounts beside those of the environments, by name: what an environment says of its own.",
    editorSchema(namedSchema(accountsOf(cloud)), { references: false }),
  ),
  exports: {
    description: "What others may rely on, by name: outputs of every environment.",
    type: "object",
    additionalProperties: { anyOf: [{ type: "string" }, editorSchema(exportSchema(cloud))] },
  },
  moved,
});

const address = { type: "string", pattern: "^[a-z][a-z0-9_-]*\\.[a-z][a-z0-9_-]*$" };

const moved: JsonSchema = {
  description: "Components that have another address than before, so that Terraform finds what they made.",
  type: "array",
  items: {
    type: "object",
    required: ["from", "to"],
    properties: {
      from: { ...address, description: "The address that it had." },
      to: {
        anyOf: [address, { type: "null" }],
        description: "The address that it has; null if it is gone on purpose.",
      },
    },
    additionalProperties: false,
  },
};

function regions(cloud: Cloud): JsonSchema {
  const region = editorSchema(string({ ...cloud.settings.region, description: undefined }), { references: false });
  const long = editorSchema(namedSchema(regionsOf(cloud)), { references: false });
  return byName("Regions beside those of the environments, by name.", { anyOf: [region, long] });
}

function pipelines(cloud: Cloud): JsonSchema {
  const { description, ...long } = editorSchema(pipelinesSchema(cloud), { references: false });
  return { description, anyOf: [editorSchema(shortPipelines, { references: false }), long] };
}

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

const onlyIn = ({ environments }: Known): JsonSchema => ({
  ...(expansionSchemas.only as JsonSchema),
  items: { enum: environments.map(({ name }) => name) },
});

const referencesIn = ({ components }: Known): string[] =>
  [...components.values()].flatMap(({ address, module }) =>
    Object.keys(module.outputs).map((output) => `\${${address}.${output}}`),
  );
