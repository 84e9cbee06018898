import type { Connections, Module } from "../module";
import { atMostOneOf, type Fields, list, map, object, oneOf, optional, type Schema, string } from "../schema";

const action = string({
  pattern: "^[a-z0-9-]+:[A-Za-z0-9]+\\*?$",
  message: "one IAM action such as dynamodb:GetItem",
});
/** Conditions of a statement. */
export const conditionsSchema = map(map(list(string())), { description: "IAM conditions: operator, key, values." });
const variable = { keys: "^[A-Za-z][A-Za-z0-9_]*$", keysMessage: "the name of an environment variable" } as const;

const permission = object({
  actions: list(action, { minItems: 1, description: "IAM actions that are allowed, each by its name." }),
  resources: list(string({ minLength: 1 }), { minItems: 1, description: "ARNs that they are allowed on." }),
  conditions: optional(conditionsSchema),
});

/** `permissions`: IAM statements for what no module models. */
export const permissionsSchema = list(permission);

const edges = new WeakMap<Connections, Schema>();

/** The long form of an edge to a module. */
export function edgeSchema({ connections, outputs }: Module): Schema {
  const known = edges.get(connections);
  if (known) return known;
  const parts = Object.entries(connections.parts ?? {});
  const fields: Fields = {
    access: optional(oneOf(Object.keys(connections.access))),
    actions: optional(list(action, { minItems: 1 })),
    env: optional(map(oneOf(Object.keys(outputs)), variable)),
    conditions: optional(conditionsSchema),
    ...Object.fromEntries(parts.map(([word, { text }]) => [word, optional(text ?? string({ minLength: 1 }))] as const)),
  };
  const made: Schema = object(fields, { rules: parts.length > 1 ? [atMostOneOf(...parts.map(([word]) => word))] : [] });
  edges.set(connections, made);
  return made;
}
