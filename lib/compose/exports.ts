import { expr, hcl, type Part, reference } from "../expression";
import { type Export, Mention } from "../spec";
import { escapeTemplate } from "./escape";
import type { Exported, Publishing } from "./stack";
import type { Translation } from "./values";

/** The outputs that others may rely on. */
export const exportsOf = (exports: readonly Export[], translation: Translation): readonly Exported[] =>
  exports.map((one) => ({
    name: one.name,
    ...descriptionOf(one),
    value: templateOf(one, translation),
    isSensitive: one.isSensitive,
  }));

const descriptionOf = ({ description }: Export) =>
  description === undefined ? {} : { description: escapeTemplate(description) };

/** A reference alone is null where its component is absent; a longer text cannot be made there. */
function templateOf({ value, environments }: Export, translation: Translation): Part {
  const made = translation.argument(value);
  if (translation.seen.isInAll(environments) || (value instanceof Mention && value.whole)) return made;
  return expr`contains(${environments}, var.environment) ? ${made} : null`;
}

/** The call that tells others what some exports are; empty where none is to be told. */
export function publishingOf(
  exports: readonly Export[],
  translation: Translation,
): { readonly publishing?: Publishing } {
  const { publication } = translation.cloud;
  const published = exports.filter((one) => one.published !== undefined);
  if (!publication || published.length === 0) return {};
  const always = published.filter(({ environments }) => translation.seen.isInAll(environments));
  const sometimes = published.filter((one) => !always.includes(one));
  const certain = Object.fromEntries(always.map((one) => [one.name, parameterOf(one, translation)]));
  const parts = [...(always.length > 0 ? [certain] : []), ...sometimes.map((one) => whereThere(one, translation))];
  const parameters = parts.length === 1 ? parts[0] : expr`merge(${reference(parts.map(hcl).join(", "))})`;
  const keys = published.map(({ name }) => name);
  return { publishing: { module: publication.module, keys, arguments: { parameters } } };
}

const parameterOf = (one: Export, translation: Translation) => ({
  name: translation.argument(one.published as string | Mention),
  value: translation.argument(one.value),
  ...descriptionOf(one),
});

/** What is made must be known before what it holds is: by the environment, not by the value. */
const whereThere = (one: Export, translation: Translation): Part =>
  expr`{for name in ${one.environments} : ${one.name} => ${parameterOf(one, translation)} if name == var.environment}`;
