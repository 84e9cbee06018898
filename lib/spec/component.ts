import type { Location } from "../diagnostic";
import type { Module } from "../module";
import { type Fields, object, type Rule, type Schema } from "../schema";
import type { LocatedMap } from "../source";
import { atDeployFields, atDeployRules } from "./at-deploy";
import { choicesOf } from "./choices";
import { corrected, didYouMean, nearest } from "./did-you-mean";
import type { Report } from "./reading";
import { reservedWords } from "./words";

const schemas = new WeakMap<Module, Schema>();

/** Inputs that a spec says in its own words: the AWS name, and what the component may do. */
const saidOtherwise = ({ naming, receives }: Module): Readonly<Record<string, string>> => ({
  ...(naming ? { [naming.input]: "the AWS name of a component is its `name`" } : {}),
  ...(receives?.statements
    ? { [receives.statements]: "what a component may do is said by `uses` and `permissions`" }
    : {}),
  ...(receives?.network ? { [receives.network.rules]: "what a component reaches is said by `uses`" } : {}),
  ...(receives?.policies ? { [receives.policies]: "managed policies are named by `managed_policies`" } : {}),
});

/** What an author may write: the inputs but those that the spec has words of its own for, and such words of the module. */
export function specSchema(module: Module): Schema {
  const known = schemas.get(module);
  if (known) return known;
  const { wording, pack } = module;
  const { properties, rules = [] } = plainSchema(module);
  const isLater = ({ paths }: Rule) => paths.some((path) => wording?.adds?.includes(path.split(".")[0] as string));
  const fields: Fields = {
    ...properties,
    ...atDeployFields(module),
    ...wording?.fields,
    ...(pack ? { thresholds: pack.thresholds } : {}),
  };
  const made = object(fields, { rules: [...rules.filter((rule) => !isLater(rule)), ...atDeployRules(module)] });
  schemas.set(module, made);
  return made;
}

/** The inputs that a spec gives as they are: all but those that it has words of its own for. */
export function plainSchema(module: Module): Schema {
  const hidden = Object.keys(saidOtherwise(module));
  const fields = Object.entries(module.inputs.properties).filter(([name]) => !hidden.includes(name));
  const rules = module.inputs.rules?.filter(({ paths }) => !paths.some((path) => hidden.includes(path))) ?? [];
  return object(Object.fromEntries(fields) as Fields, { rules });
}

/** The inputs among what is written of a component; what its module does not know is reported. */
export function knownInputs(module: Module, tree: LocatedMap, report: Report): LocatedMap {
  const inputs = Object.keys(specSchema(module).properties ?? {});
  return corrected(tree, inputs, (name, key) => {
    const isReserved = reservedWords.includes(name);
    const instead =
      saidOtherwise(module)[name] ??
      (isReserved ? "it belongs to the component itself, where it holds in every environment" : undefined);
    report.add(
      key,
      `${module.name} has no input ${name}`,
      instead ?? didYouMean("inputs", name, inputs, reservedWords),
    );
    return instead === undefined ? nearest(name, [...inputs, ...reservedWords]) : undefined;
  });
}

/** Reports a module that does not exist. */
export function unknownModule(name: string, place: Location, registry: ReadonlyMap<string, Module>, report: Report) {
  const found = registry.get(name)?.standsFor;
  const help = found && `write \`module: ${found}\`, and how it is found under \`existing\``;
  report.add(
    place,
    `there is no module "${name}"`,
    help ?? didYouMean("modules", name, [...choicesOf(registry).keys()]),
  );
}
