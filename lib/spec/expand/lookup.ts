import type { Located, LocatedMap } from "../../source";
import { didYouMean } from "../did-you-mean";
import type { Path } from "../mention";
import type { Scope } from "./scope";

/** What a reference stands for: a value, nothing where a parameter may be absent and is, or what is wrong with it. */
export type Found = { readonly value: Located | undefined } | { readonly problem: string; readonly help: string };

/** What a reference of a scope stands for; undefined where the scope gives it no meaning. */
export function lookUp({ segments, text }: Path, scope: Scope): Found | undefined {
  const [first = "", second = "", ...rest] = segments;
  if (first === "parameter" && scope.given) return inside(scope.given.values.entries.get(second)?.value, rest, text);
  if (first !== "each" || !scope.each) return undefined;
  const { key, value } = scope.each;
  if (second === "key" && rest.length === 0) return { value: key };
  if (second === "value" && value) return inside(value, rest, text);
  const help = value
    ? `write \${each.key}, \${each.value} or a part of it`
    : `\`for_each\` is a list, of which only \${each.key} is known`;
  return { problem: `\${${text}} refers to nothing`, help };
}

function inside(value: Located | undefined, [step, ...rest]: readonly string[], text: string): Found {
  if (step === undefined || value === undefined) return { value };
  const problem = `\${${text}} refers to nothing`;
  if (value.kind !== "map") return { problem, help: `there is nothing inside ${nameOf(value)}` };
  const next = value.entries.get(step);
  return next ? inside(next.value, rest, text) : { problem, help: didYouMean("keys", step, [...value.entries.keys()]) };
}

const nameOf = (value: Exclude<Located, LocatedMap>) => (value.kind === "list" ? "a list" : value.text);
