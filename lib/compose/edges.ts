import { expr, hcl, isRef, type Part, type Ref, reference } from "../expression";
import type { Access, Connections, Statement } from "../module";
import { type Component, type Permission, type Use, variablesOf } from "../spec";
import { escapeAll, escapeTemplate } from "./escape";
import type { Translation } from "./values";

type Entries = Readonly<Record<string, Part>>;
/** What arrives in one input of a consumer: entries that are always there, and maps that may be empty. */
interface Arrival {
  readonly always: Entries;
  readonly sometimes: readonly Part[];
}

/** The arguments of a component with what its edges and permissions bring. */
export function withEdges(component: Component, own: Entries, translation: Translation): Entries {
  const { receives } = component.module;
  if (!receives) return own;
  const edges = component.uses.map((use) => edgeOf(component, use, translation));
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
  };
}

function arrive(input: string, own: Entries, arrivals: readonly Arrival[]): Entries {
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
}

/** An edge, bound to the outputs of what it uses; where that may be absent, so is all that the edge brings. */
function edgeOf(component: Component, use: Use, translation: Translation): Bound {
  const target = translation.component(use.target);
  const isCertain = component.environments.every((name) => target.environments.includes(name));
  const output = (name: string) =>
    isCertain ? translation.output(use.target, name) : reference<string>(`target.${name}`);
  const variables = Object.fromEntries(
    Object.entries(variablesOf(use, componentsOf(translation, use))).map(([name, from]) => [name, output(from)]),
  );
  const statements = { [target.label]: statementOf(use, target, output) };
  const key = keyStatement(component, use, target, output);
  const wrap = (entries: Entries): Arrival =>
    isCertain ? { always: entries, sometimes: [] } : { always: {}, sometimes: whereThere(target, entries) };
  const plain = wrap(statements);
  return {
    variables: wrap(variables),
    statements: { always: { ...plain.always, ...key.always }, sometimes: [...plain.sometimes, ...key.sometimes] },
  };
}

const componentsOf = (translation: Translation, { target }: Use) => new Map([[target, translation.component(target)]]);

/** One map per entry, each empty where the component is absent. */
const whereThere = ({ label }: Component, entries: Entries): Part[] =>
  Object.entries(entries).map(
    ([key, value]) => expr`{for target in ${reference(`module.${label}`)} : ${key} => ${value}}`,
  );

type Outputs = (name: string) => Ref<string>;

function statementOf({ access, actions, part, conditions }: Use, { module }: Component, output: Outputs): Part {
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
function keyStatement(component: Component, { access }: Use, target: Component, output: Outputs): Arrival {
  const { key, access: words } = target.module.connections;
  const actions = [...new Set(access.flatMap((word) => words[word]?.keyActions ?? []))];
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
