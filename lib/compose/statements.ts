import { expr, hcl, type Part, type Ref, reference } from "../expression";
import type { Access, Connections, Statement } from "../module";
import type { Component, Use } from "../spec";
import type { Arrival } from "./arrival";
import { escapeAll, escapeTemplate } from "./escape";

/** An output of what is used, by name. */
export type Outputs = (name: string) => Ref<string>;

/** The IAM statement of an edge, on the outputs of what it uses. */
export function statementOf({ access, actions, part, conditions }: Use, { module }: Component, output: Outputs): Part {
  const outputs = new Proxy({}, { get: (_, name) => output(String(name)) }) as Readonly<Record<string, Ref<string>>>;
  const { connections } = module;
  const words = wordsOf(connections, access, actions);
  const narrowed = part && connections.parts?.[part.word];
  const resources = narrowed
    ? narrowed.resources(outputs, escapeTemplate(part.name))
    : words.flatMap((word) => word.resources(outputs));
  const allowed =
    actions ??
    (narrowed ? access.flatMap((word) => narrowed.access[word] ?? []) : words.flatMap((word) => word.actions));
  return statement({
    actions: [...new Set(allowed)],
    resources: unique(resources),
    ...(conditions ? { conditions } : {}),
  });
}

/** The access words of an edge; for single actions, those that know them. */
function wordsOf({ access }: Connections, words: readonly string[], actions: readonly string[] | undefined): Access[] {
  if (words.length > 0) return words.flatMap((word) => access[word] ?? []);
  const knowing = Object.values(access).filter((one) => actions?.some((action) => one.actions.includes(action)));
  return knowing.length > 0 ? knowing : Object.values(access);
}

const unique = (resources: readonly Statement["resources"][number][]) => [
  ...new Map(resources.map((one) => [hcl(one), one])).values(),
];

const statement = ({ actions, resources, conditions }: Statement): Part => ({
  actions,
  resources,
  ...(conditions ? { conditions: escapeAll(conditions) as Part } : {}),
});

/** What the edge may do with the KMS key of what it uses, where it has one. */
export function keyStatement(component: Component, use: Use, target: Component, output: Outputs): Arrival {
  const { connections } = target.module;
  const { key } = connections;
  const words = wordsOf(connections, use.access, use.actions);
  const actions = [...new Set(words.flatMap(({ keyActions = [] }) => keyActions))];
  const having = key ? target.environments.filter((name) => at(target.values[name], key.input) !== undefined) : [];
  if (!key || actions.length === 0 || having.length === 0) return { always: {}, sometimes: [] };
  const label = `${target.label}_key`;
  const body = (arn: Ref<string>) => statement({ actions, resources: [arn] });
  if (component.environments.every((name) => having.includes(name)))
    return { always: { [label]: body(output(key.output)) }, sometimes: [] };
  const keys = reference(
    `[for target in module.${target.label}[*] : target.${key.output} if target.${key.output} != null]`,
  );
  const each = expr`{for arn in ${keys} : ${label} => ${body(reference("arn"))}}`;
  return { always: {}, sometimes: [each] };
}

const at = (value: unknown, [step, ...rest]: readonly string[]): unknown =>
  step === undefined ? value : at((value as Readonly<Record<string, unknown>> | undefined)?.[step], rest);
