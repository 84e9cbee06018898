import type { Cloud } from "../../lib/cloud";
import { defineModule, type Module } from "../../lib/module";
import { boolean, integer, list, map, object, optional, string, variables } from "../../lib/schema";

/** A cloud that costs nothing: Terraform's own built-in provider. */
export const noCloud: Cloud = {
  name: "terraform",
  source: "terraform.io/builtin/terraform",
  // A built-in provider takes no version constraint; JSON leaves out what is undefined.
  minimum: undefined as never,
  pinned: undefined as never,
  settings: { region: optional(string()) },
  tags: map(string(), { default: {} }),
  required: ["region"],
  builtins: { region: { value: "var.region" } },
  provider: () => ({}),
  variableProvider: () => ({}),
  placeholder: (output, label) => `${label} ${output}`,
};

/** A module that gives back what it was given. */
export const echo = defineModule({
  name: "echo",
  summary: "Gives back what it was given.",
  inputs: object({
    name: string(),
    text: optional(string()),
    count_of: optional(integer()),
    flag: optional(boolean()),
    words: optional(list(string())),
    labels: map(string(), { default: {} }),
    group: object({ a: optional(string()), b: integer({ default: 7 }) }, { default: {} }),
    entries: map(object({ x: optional(string()), y: optional(integer()) }), { default: {} }),
    statements: map(
      object({ actions: list(string()), resources: list(string()), conditions: optional(map(map(list(string())))) }),
      { default: {} },
    ),
  }),
  outputs: { given: map(string()), text: string(), word_list: list(string()) },
  naming: { input: "name", scope: "region" },
  connections: {
    access: { read: { summary: "read", actions: ["echo:Read"], resources: ({ text }) => [text] } },
    variables: { TEXT: "text" },
  },
  receives: { statements: "statements", variables: "labels" },
  examples: { minimal: { name: "a" }, complete: { name: "a" } },
  construct: () => Promise.reject(new Error("the echo has no body")),
});

const names = Object.keys(echo.inputs.properties);

export const echoFiles = new Map(
  Object.entries({
    "variables.tf.json": { variable: variables(echo.inputs) },
    "outputs.tf.json": {
      output: {
        given: { value: Object.fromEntries(names.map((name) => [name, `\${var.${name}}`])) },
        text: { value: "${var.text}" },
        word_list: { value: "${var.words}" },
      },
    },
  }).map(([name, content]) => [name, JSON.stringify(content)]),
);

export const echoes: ReadonlyMap<string, Module> = new Map([["echo", echo as unknown as Module]]);
