import type { Cloud } from "../../cloud";
import { escapeAll } from "../../compose";
import type { Module } from "../../module";
import type { Json } from "../json";
import { type Call, refusalsBy } from "./refusals";
import { rejections } from "./rejections";
import { type Round, roundsOf } from "./rounds";

/**
 * What a module ships to be tried and tested, by path below its folder: a root per example, and files for
 * `terraform test`, which need the provider but no account.
 * @throws Error when an example or a rejected call is missing or proves nothing; see `rejections`.
 */
export const moduleTests = (module: Module, cloud: Cloud): Readonly<Record<string, Json>> => ({
  ...Object.fromEntries(
    Object.entries(module.examples).map(([name, call]) => [`examples/${name}/main.tf.json`, exampleRoot(module, call)]),
  ),
  "tests/examples.tftest.json": {
    ...offline(cloud, module),
    run: Object.fromEntries(Object.entries(module.examples).map(planned)),
  },
  "tests/rejects.tftest.json": {
    ...offline(cloud, module),
    variables: escapeAll(module.examples.complete),
    run: Object.fromEntries(rounds(module).map(refused)),
  },
});

const exampleRoot = ({ name }: Module, call: object): Json => ({
  module: { [name.replaceAll("-", "_")]: { source: "../..", ...(escapeAll(call) as Json) } },
});

/** The provider checks what it is given, and asks no cloud. */
const offline = ({ name }: Cloud, { finds }: Module): Json => ({
  mock_provider: { [name]: finds ? { mock_data: mapValues(finds, (defaults) => ({ defaults })) } : {} },
});

const mapValues = <T, U>(fields: Readonly<Record<string, T>>, change: (value: T) => U) =>
  Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, change(value)]));

const planned = ([name, call]: [string, object]): [string, Json] => [
  `plans_${labelOf(name)}`,
  { command: "plan", variables: escapeAll(call) },
];

function rounds(module: Module): readonly Round[] {
  const refusalsOf = refusalsBy(module.inputs);
  return roundsOf(rejections(module, refusalsOf), module.examples.complete as Call, refusalsOf);
}

/** What differs from the complete example, the messages that it brings, and the variables that give them. */
const refused = ({ names: [first = "", ...more], changes, refusals }: Round): [string, Json] => [
  labelOf(more.length === 0 ? first : `${first} and ${more.length} more`),
  {
    "//": refusals.map(({ message }) => message),
    command: "plan",
    variables: escapeAll(changes),
    expect_failures: [...new Set(refusals.map(({ variable }) => `var.${variable}`))],
  },
];

const labelOf = (name: string) => name.replaceAll("*", "each").replaceAll(/[^A-Za-z0-9-]+/g, "_");
