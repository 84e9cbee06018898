import type { Imports, Module } from "../../module";
import { type JsonSchema, string } from "../../schema";
import type { Choice } from "../choices";
import { specSchema } from "../component";
import { managedPoliciesSchema } from "../managed-policies";
import { permissionsSchema } from "../uses";
import { type Addresses, editorSchema } from "./editor-schema";
import type { Known } from "./known";
import { uses, usesIn } from "./uses";

/** What components of each module say, and what their environments say of them; edges and permissions. */
export function definitions(choices: readonly Choice[], known: Known | undefined): JsonSchema {
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

const addressesIn = ({ components }: Known): Addresses =>
  new Map([...components.values()].map(({ address, module }) => [address, module.name]));
