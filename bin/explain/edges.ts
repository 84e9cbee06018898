import { type Component, networksOf, type Project, type Use, variablesOf } from "../../index";
import { asWritten } from "./leaves";

/** What a component may do with another, and what it is told of it. */
export interface ExplainedEdge {
  readonly target: string;
  readonly access: readonly string[];
  readonly actions: readonly string[];
  /** Actions on the KMS key of the target, where it has one. */
  readonly keyActions: readonly string[];
  /** The part of the target that the edge is narrowed to: `index by-customer`. */
  readonly part?: string;
  readonly conditions?: unknown;
  /** Environment variables, each with the output of the target that it carries. */
  readonly variables: Readonly<Record<string, string>>;
  /** Outputs of the target that name the security groups by which it lets the component in. */
  readonly letInBy: readonly string[];
}

/** The edge of a component to one that it uses. */
export function explainEdge(use: Use, { components }: Project): ExplainedEdge {
  const target = components.get(use.target) as Component;
  const { access, part, conditions } = use;
  return {
    target: use.target,
    access,
    actions: actionsOf(use, target),
    keyActions: keyActionsOf(use, target),
    ...(part ? { part: `${part.word} ${part.name}` } : {}),
    ...(conditions ? { conditions: asWritten(conditions) } : {}),
    variables: variablesOf(use, components),
    letInBy: networksOf(use, target.module).map(({ group }) => group),
  };
}

function actionsOf({ access, actions, part }: Use, { module: { connections } }: Component): readonly string[] {
  if (actions) return actions;
  const narrowed = part && connections.parts?.[part.word];
  const allowed = access.flatMap(
    (word) => (narrowed ? narrowed.access[word] : connections.access[word]?.actions) ?? [],
  );
  return [...new Set(allowed)];
}

function keyActionsOf({ access }: Use, { module: { connections }, values, existing }: Component): readonly string[] {
  const isGiven = Object.values(values).some((inputs) => at(inputs, connections.key?.input ?? []) !== undefined);
  const hasKey = existing !== undefined || isGiven;
  if (!connections.key || !hasKey) return [];
  return [...new Set(access.flatMap((word) => connections.access[word]?.keyActions ?? []))];
}

const at = (value: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((inner, key) => (inner as Readonly<Record<string, unknown>> | undefined)?.[key], value);

/** The components that use one, each with the access that it asks for. */
export const usersOf = (address: string, { components }: Project) =>
  [...components.values()].flatMap((component) =>
    component.uses
      .filter(({ target }) => target === address)
      .map(({ access, actions }) => ({ address: component.address, access: actions ?? access })),
  );
