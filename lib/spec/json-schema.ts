import type { Cloud } from "../cloud";
import type { Imports, Module } from "../module";
import { type JsonSchema, type Schema, string } from "../schema";
import { accountsOf } from "./accounts";
import { specSchema } from "./component";
import { type Addresses, editorSchema, file, reference, unfilled } from "./editor-schema";
import { envelopeOf } from "./envelope";
import { expansionSchemas } from "./expand";
import { exportSchema } from "./exports";
import { managedPoliciesSchema } from "./managed-policies";
import { type Choice, choicesOf } from "./modules";
import { pipelinesSchema, shortPipelines } from "./pipelines";
import type { Project } from "./project";
import { regionsOf } from "./regions";
import { ownStateSchema, stateSchemas } from "./state-schemas";
import { namedSchema } from "./table";
import { edgeSchema, permissionsSchema } from "./uses";
import { nameHelp, namePattern } from "./words";

/** What specs are made of. */
export interface Vocabulary {
  readonly cloud: Cloud;
  readonly registry: ReadonlyMap<string, Module>;
}

/** What there is in one project, for an editor to offer. */
export type Known = Pick<Project, "components" | "environments">;

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

const addressesIn = ({ components }: Known): Addresses =>
  new Map([...components.values()].map(({ address, module }) => [address, module.name]));

function definitions(choices: readonly Choice[], known: Known | undefined): JsonSchema {
  const modules = choices.map(({ module }) => module);
  const all = choices.flatMap((choice) => Object.entries(definitionsOf(choice, known)));
  return {
    ...Object.fromEntries(all),
    uses: known ? usesIn(known, modules) : uses(modules),
    permissions: editorSchema(permissionsSchema),
    managed_policies: editorSchema(managedPoliciesSchema),
  };
}

/** What a component of a module says, and what an environment says of it. */
function definitionsOf({ module, finder }: Choice, known: Known | undefined): Record<string, JsonSchema> {
  const { name } = module;
  const inputs = inputsOf(module, known);
  const own: JsonSchema = { type: "object", properties: inputs, additionalProperties: false };
  const existing = finder ? { existing: { $ref: `#/definitions/${name}.existing` } } : {};
  const references = Object.keys(inputs).map((input) => [
    input,
    { $ref: `#/definitions/${name}.inputs/properties/${input}` },
  ]);
  const { properties, ...rest } = componentOf(module, `${name}.environment`, known);
  return {
    [name]: { ...rest, properties: { ...(properties as object), ...existing } },
    [`${name}.inputs`]: own,
    [`${name}.environment`]: {
      ...own,
      properties: { ...existing, ...(module.naming ? { name: awsName } : {}), ...Object.fromEntries(references) },
    },
    ...(finder && { [`${name}.existing`]: existingOf(finder) }),
  };
}

const existingOf = (finder: Module): JsonSchema => ({
  description: `How it is found where it is there already. ${finder.summary}`,
  type: "object",
  properties: mapValues(finder.inputs.properties, (schema) => editorSchema(schema, { partial: true })),
  additionalProperties: false,
});

const mapValues = <T, U>(fields: Readonly<Record<string, T>>, change: (value: T) => U) =>
  Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, change(value)]));

function inputsOf(module: Module, known: Known | undefined): JsonSchema {
  const addresses = known && addressesIn(known);
  const inputs = Object.entries(specSchema(module).properties ?? {}).map(([name, schema]) => {
    const input = editorSchema(schema, { partial: true, files: true, ...(addresses ? { addresses } : {}) });
    return [name, name === module.code ? orFolder(input) : input];
  });
  return Object.fromEntries(inputs);
}

const orFolder = ({ description, ...code }: JsonSchema): JsonSchema => ({
  description: `${description ?? "Code."} Or the path of a folder of code, relative to this file.`,
  anyOf: [{ type: "string" }, code],
});

const componentOf = (module: Module, environment: string, known: Known | undefined): JsonSchema => ({
  description: module.summary,
  type: "object",
  properties: {
    module: { const: module.name, description: module.summary },
    name: awsName,
    only: { $ref: "#/definitions/only" },
    for_each: { $ref: "#/definitions/for_each" },
    region: {
      description: "Region that it is in, or a name of `regions`; the environment's if absent.",
      type: "string",
    },
    account: {
      description: "Account that it is in, by its name in `accounts`; the environment's if absent.",
      type: "string",
    },
    environments: {
      description: "What some environments set differently: inputs by environment.",
      type: "object",
      ...(known ? { propertyNames: { enum: known.environments.map(({ name }) => name) } } : {}),
      additionalProperties: { $ref: `#/definitions/${environment}` },
    },
    ...(module.imports ? { import: importsIn(module.imports) } : {}),
    ...(module.receives ? { uses: { $ref: "#/definitions/uses" } } : {}),
    ...(module.receives?.statements ? { permissions: { $ref: "#/definitions/permissions" } } : {}),
    ...(module.receives?.policies ? { managed_policies: { $ref: "#/definitions/managed_policies" } } : {}),
    ...inputsOf(module, known),
  },
  additionalProperties: false,
});

const awsName = editorSchema(
  string({ description: "AWS name; <project>-<environment>-<service>-<component> if absent." }),
);

const importsIn = (imports: Imports): JsonSchema => {
  const [[, main] = []] = Object.entries(imports);
  const words = Object.entries(imports).map(([word, { id, isKeyed }]) => [
    word,
    { description: sentence(id), ...(isKeyed ? byKey : text) },
  ]);
  const long = { type: "object", properties: Object.fromEntries(words), additionalProperties: false };
  const own = main && !main.isKeyed ? { anyOf: [{ ...text, description: sentence(main.id) }, long] } : long;
  return {
    description: "What of it is there already, and is Terraform's from now on: its import id, by environment.",
    type: "object",
    additionalProperties: own,
  };
};

const text = { type: "string" } as const;
const byKey = { type: "object", additionalProperties: text } as const;
const sentence = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;

/** Each component that there is with the words of its own module; an address that a pattern fills in with all of them. */
function usesIn({ components }: Known, modules: readonly Module[]): JsonSchema {
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
