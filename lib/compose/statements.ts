import { expr, hcl, type Part, type Ref, reference } from "../expression";
import type { Access, Connections, Statement } from "../module";
import { type Component, moduleIn, type Place, type Use } from "../spec";
import type { Arrival, Entries } from "./arrival";
import { escapeTemplate } from "./escape";
import type { Translation } from "./values";

/** An output of what is used, by name. */
export type Outputs = (name: string) => Ref<string>;

/** The IAM statements of an edge, on the outputs of what it uses: one, or two where a condition narrows some to a part. */
export function statementsOf(use: Use, target: Component, output: Outputs, translation: Translation): Entries {
  const outputs = new Proxy({}, { get: (_, name) => output(String(name)) }) as Readonly<Record<string, Ref<string>>>;
  const { connections } = target.module;
  const conditions = use.conditions && (translation.argument(use.conditions) as Conditions);
  const words = wordsOf(connections, use.access, use.actions);
  const allowed = use.actions ?? words.flatMap(({ actions }) => actions);
  const part = use.part && connections.parts?.[use.part.word];
  if (!use.part || !part) {
    const resources = words.flatMap((word) => word.resources(outputs));
    return allowed.length > 0 ? { [target.label]: statement(allowed, resources, conditions) } : {};
  }
  const name = escapeTemplate(use.part.name);
  const { actions = [], resources = [], conditions: bounds = {} } = part.whole?.(outputs, name) ?? {};
  const onWhole = allowed.filter((action) => actions.includes(action));
  const inside = use.actions ?? use.access.flatMap((word) => part.access[word] ?? []);
  const onPart = inside.filter((action) => !onWhole.includes(action));
  return {
    ...(onPart.length > 0 && { [target.label]: statement(onPart, part.resources(outputs, name), conditions) }),
    ...(onWhole.length > 0 && {
      [`${target.label}_${use.part.word}`]: statement(onWhole, resources, both(conditions, bounds)),
    }),
  };
}

type Conditions = NonNullable<Statement["conditions"]>;

const statement = (
  actions: readonly string[],
  resources: Statement["resources"],
  conditions: Conditions | undefined,
): Part => ({
  actions: [...new Set(actions)],
  resources: unique(resources),
  ...(conditions ? { conditions } : {}),
});

/** Conditions of which all must hold; what narrows to a part cannot be widened. */
function both(own: Conditions = {}, bounds: Conditions): Conditions {
  const operators = Object.entries(bounds).map(([operator, keys]) => [operator, { ...own[operator], ...keys }]);
  return { ...own, ...Object.fromEntries(operators) };
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

/** What the edge may do with the KMS key of what it uses, where it has one. */
export function keyStatement(
  place: Place,
  use: Use,
  target: Component,
  output: Outputs,
  translation: Translation,
): Arrival {
  const { connections } = target.module;
  const { key } = connections;
  const words = wordsOf(connections, use.access, use.actions);
  const actions = [...new Set(words.flatMap(({ keyActions = [] }) => keyActions))];
  const isKeyless = target.environments.every((name) => hasKey(target, name) === "no");
  if (!key || actions.length === 0 || isKeyless) return { always: {}, sometimes: [] };
  const label = `${target.label}_key`;
  const body = (arn: Ref<string>): Part => ({ actions, resources: [arn] });
  if (place.environments.every((name) => target.environments.includes(name) && hasKey(target, name) === "yes"))
    return { always: { [label]: body(output(key.output)) }, sometimes: [] };
  const keys = use.isStatic
    ? expr`[for arn in ${[output(key.output)]} : arn if arn != null]`
    : keysOf(translation.seen.member(use.target, key.output), translation.seen.instances(use.target, "[*]"));
  const each = expr`{for arn in ${keys} : ${label} => ${body(reference("arn"))}}`;
  return { always: {}, sometimes: [each] };
}

const keysOf = (key: Ref<string>, instances: string) =>
  expr`[for target in ${reference(instances)} : ${key} if ${key} != null]`;

/** Whether a component has a KMS key of the user's; of one that is there already, Terraform may be the first to know. */
function hasKey(target: Component, environment: string): "yes" | "no" | "maybe" {
  const { connections, inputs, standsFor } = moduleIn(target, environment);
  if (!connections.key) return "no";
  const { input = [] } = connections.key;
  if (standsFor && !Object.hasOwn(inputs.properties, input[0] ?? "")) return "maybe";
  return at(target.values[environment], input) === undefined ? "no" : "yes";
}

const at = (value: unknown, [step, ...rest]: readonly string[]): unknown =>
  step === undefined ? value : at((value as Readonly<Record<string, unknown>> | undefined)?.[step], rest);
