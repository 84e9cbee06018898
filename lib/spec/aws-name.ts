import type { Diagnostic, Location } from "../diagnostic";
import type { Module } from "../module";
import { object, type Schema } from "../schema";
import { isEmpty, type Located, type LocatedEntry, type LocatedMap } from "../source";
import { filledIn } from "./builtins";
import type { Context } from "./context";
import { type Mention, mentionIn } from "./mention";
import { checkValues } from "./reading";
import { together } from "./together";
import { namePattern } from "./words";

/** The AWS name of a component as a template, and what is to blame for it. */
export interface AwsName {
  readonly value: string | Mention;
  readonly location: Location;
  /** Made of names that were reported already. */
  readonly isBad: boolean;
}

/** What a component is called in AWS: everywhere, and in the environments that say otherwise. */
export interface AwsNames {
  readonly everywhere: AwsName;
  readonly own: ReadonlyMap<string, AwsName>;
}

/** Reads what a component is called, and checks it in the environments in which the component is made. */
export function readAwsNames(
  context: Context,
  module: Module,
  made: readonly string[],
  everywhere: AwsName,
  body: LocatedMap,
): AwsNames {
  const own = module.naming ? ownNamesOf(context, body.entries.get("environments")) : new Map<string, AwsName>();
  const others = made.filter((one) => !own.has(one));
  checkAwsNames(context, module, others, everywhere);
  for (const [environment, one] of own)
    if (made.includes(environment)) checkAwsNames(context, module, [environment], one);
  return { everywhere, own };
}

/** What a component is called in AWS: its `name`, else project, environment, service and component. */
export function awsNameOf(
  context: Context,
  service: string,
  component: string,
  key: Location,
  body: LocatedMap,
): AwsName {
  const named = body.entries.get("name")?.value;
  const given = named && nameFrom(context, named);
  if (given) return given;
  const value = mentionIn(`\${name}-\${environment}-${service}-${component}`, key) as Mention;
  const isBad = ![service, component].every((one) => namePattern.test(one));
  return { value, location: key, isBad: isBad || named !== undefined };
}

/** What a component is called in environments that give it another name. */
function ownNamesOf(context: Context, entry: LocatedEntry | undefined): ReadonlyMap<string, AwsName> {
  const all = entry?.value.kind === "map" ? [...entry.value.entries] : [];
  const found = all.flatMap(([environment, { value }]): [string, AwsName][] => {
    const named = value.kind === "map" ? value.entries.get("name") : undefined;
    return named ? [[environment, nameFrom(context, named.value) ?? { ...unknown, location: named.key }]] : [];
  });
  return new Map(found);
}

const unknown = { value: "", isBad: true } as const;

/** A name that is written; undefined, and reported, where it is none. */
function nameFrom({ report }: Context, named: Located): AwsName | undefined {
  const { location } = named;
  if (named.kind === "scalar" && !isEmpty(named) && named.text !== "")
    return { value: mentionIn(named.text, location) ?? named.text, location, isBad: false };
  report.add(location, "`name` must be a text: the AWS name of the component", "write one, or remove `name`");
  return undefined;
}

/** Checks the AWS name against what the module allows, in every environment. */
function checkAwsNames(
  context: Context,
  module: Module,
  environments: readonly string[],
  { value, location, isBad }: AwsName,
): void {
  if (isBad || !module.naming) return;
  const all = context.environments.filter(({ name }) => environments.includes(name));
  const found = all.map((environment): [string, readonly Diagnostic[]] => {
    const name = filledIn(value, context.project, environment);
    const help =
      typeof value === "string" ? "write another name" : `it is ${name}; give the component a \`name\` that fits`;
    return [environment.name, name === undefined ? [] : problemsOf(module, name, location, help)];
  });
  context.report.diagnostics.push(...together(new Map(found)));
}

function problemsOf(module: Module, name: string, location: Location, help: string): readonly Diagnostic[] {
  const tree: LocatedMap = { kind: "map", entries: new Map(), location };
  return checkValues(nameSchema(module), { name }, tree, location).map(({ message }) => ({
    message: `the AWS ${message}`,
    location,
    help,
  }));
}

const schemas = new WeakMap<Module, Schema>();

function nameSchema(module: Module): Schema {
  const known = schemas.get(module);
  if (known) return known;
  const made = object({ name: module.inputs.properties[module.naming?.input ?? ""] as Schema });
  schemas.set(module, made);
  return made;
}
