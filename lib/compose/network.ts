import { expr, type Part, reference } from "../expression";
import type { Component, Use } from "../spec";
import { networksOf } from "../spec";
import type { Arrival } from "./arrival";
import type { Outputs } from "./statements";
import type { Translation } from "./values";

/** What an edge reaches by network: a rule for each of what the used one listens on. */
export function networkRules(
  use: Use,
  target: Component,
  isCertain: boolean,
  output: Outputs,
  translation: Translation,
): Arrival {
  const outputs = new Proxy({}, { get: (_, name) => output(String(name)) }) as Readonly<Record<string, never>>;
  const rules = networksOf(use, target.module).map(
    ({ group, listeners }) =>
      expr`{for key, one in ${listeners(outputs)} : ${name(target)} => merge(one, ${{ security_group_id: output(group) }})}`,
  );
  return { always: {}, sometimes: isCertain ? rules : rules.map((rule) => whereThere(use, target, rule, translation)) };
}

const name = ({ label }: Component) => expr`format(${`${label}_%s`}, key)`;

const whereThere = (
  { isStatic, target: address }: Use,
  target: Component,
  rule: Part,
  translation: Translation,
): Part =>
  isStatic
    ? expr`merge([for name in ${target.environments} : ${rule} if name == var.environment]...)`
    : expr`merge([for target in ${reference(translation.seen.instances(address))} : ${rule}]...)`;
