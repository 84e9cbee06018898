import { expr, hcl, isRef, type Part, reference } from "../expression";
import { type Component, type Permission, type Place, type Use, variablesOf } from "../spec";
import type { Arrival, Entries } from "./arrival";
import { escapeTemplate } from "./escape";
import { networkRules } from "./network";
import { keyStatement, type Outputs, statementsOf } from "./statements";
import type { Translation } from "./values";

/** The arguments of a component with what its edges and permissions bring. */
export function withEdges(component: Component, place: Place, own: Entries, translation: Translation): Entries {
  const { receives } = place.module;
  if (!receives) return own;
  const edges = component.uses.map((use) => edgeOf(place, use, translation));
  const permissions = permissionsOf(component.permissions, translation);
  return {
    ...own,
    ...arrive(
      receives.variables,
      own,
      edges.map(({ variables }) => variables),
    ),
    ...arrive(receives.statements, own, [
      ...edges.map(({ statements }) => statements),
      { always: permissions, sometimes: [] },
    ]),
    ...arrive(receives.policies, own, [policiesOf(component, translation)]),
    ...arrive(
      receives.network?.rules,
      own,
      edges.map(({ network }) => network),
    ),
  };
}

const policiesOf = ({ managedPolicies }: Component, translation: Translation): Arrival => ({
  always: Object.fromEntries(
    [...managedPolicies].map(([key, one]) => [escapeTemplate(key), translation.argument(one)]),
  ),
  sometimes: [],
});

function arrive(input: string | undefined, own: Entries, arrivals: readonly Arrival[]): Entries {
  if (input === undefined) return {};
  const always: Entries = Object.assign({}, ...arrivals.map((one) => one.always));
  const sometimes = arrivals.flatMap((one) => one.sometimes);
  if (Object.keys(always).length === 0 && sometimes.length === 0) return {};
  const given = own[input];
  if (sometimes.length === 0 && !isRef(given)) return { [input]: { ...(given as Entries | undefined), ...always } };
  const parts = [given, always, ...sometimes].filter((part) => part !== undefined && !isEmpty(part));
  return { [input]: parts.length === 1 ? parts[0] : expr`merge(${reference(parts.map(hcl).join(", "))})` };
}

const isEmpty = (part: Part) =>
  typeof part === "object" && part !== null && !isRef(part) && Object.keys(part).length === 0;

interface Bound {
  readonly variables: Arrival;
  readonly statements: Arrival;
  readonly network: Arrival;
}

/** An edge, bound to the outputs of what it uses; where that may be absent, so is all that the edge brings. */
function edgeOf(place: Place, use: Use, translation: Translation): Bound {
  const target = translation.seen.component(use.target);
  const isCertain = place.environments.every((name) => target.environments.includes(name));
  const output = outputsOf(use, target, isCertain, translation);
  const variables = Object.fromEntries(
    Object.entries(variablesOf(use, translation.seen.all)).map(([name, from]) => [name, output(from)]),
  );
  const statements = statementsOf(use, target, output, translation);
  const key = keyStatement(place, use, target, output, translation);
  const wrap = (entries: Entries): Arrival =>
    isCertain ? { always: entries, sometimes: [] } : { always: {}, sometimes: whereThere(use, entries, translation) };
  const plain = wrap(statements);
  return {
    variables: wrap(variables),
    statements: { always: { ...plain.always, ...key.always }, sometimes: [...plain.sometimes, ...key.sometimes] },
    network: networkRules(use, target, isCertain, output, translation),
  };
}

/** The outputs of what an edge uses; `target` stands for it where it may be absent. */
function outputsOf(use: Use, target: Component, isCertain: boolean, translation: Translation): Outputs {
  const { outputs = {} } = target.module.static ?? {};
  if (use.isStatic) return (name) => translation.seen.output(use.target, outputs[name] ?? name, true);
  return (name) => (isCertain ? translation.seen.output(use.target, name) : translation.seen.member(use.target, name));
}

/** One map per entry, each empty where the component is absent. */
function whereThere({ isStatic, target }: Use, entries: Entries, translation: Translation): Part[] {
  const { environments } = translation.seen.component(target);
  const all = reference(translation.seen.instances(target));
  return Object.entries(entries).map(([key, value]) =>
    isStatic
      ? expr`{for name in ${environments} : ${key} => ${value} if name == var.environment}`
      : expr`{for target in ${all} : ${key} => ${value}}`,
  );
}

const permissionsOf = (permissions: readonly Permission[], translation: Translation): Entries =>
  Object.fromEntries(
    permissions.map(({ actions, resources, conditions }, i) => [
      `permission_${i + 1}`,
      {
        actions,
        resources: translation.argument(resources),
        ...(conditions ? { conditions: translation.argument(conditions) } : {}),
      },
    ]),
  );
