import { type Expression, interpolation, type Ref, reference } from "../expression";
import type { Access, Module, Network } from "../module";
import type { Part } from "../module/connections";
import { type InputRow, inputRows, type ObjectSchema, type Schema, withDefaults } from "../schema";
import { hclBlock } from "./hcl";
import { cell, code } from "./markdown";

/**
 * The README of a module: what it makes, how to call it, its inputs and outputs, what `uses` of it allows, and what is
 * watched of it.
 * @param files the rendered module
 * @param template the text of `templates/module/README.md.hbs`
 */
export function moduleReadme(module: Module, files: ReadonlyMap<string, string>, template: string): string {
  // Here and not above: loading Handlebars takes longer than the command line may take to start.
  const Handlebars = require("handlebars") as typeof import("handlebars");
  const render = Handlebars.compile(template, { noEscape: true, strict: true });
  return render({
    name: module.name,
    summary: module.summary,
    minimal: callOf(module, module.examples.minimal),
    complete: callOf(module, module.examples.complete),
    inputs: inputRows(module.inputs).map(inputOf),
    rules: rulesOf(module.inputs),
    resources: resourcesIn(files),
    ...watchOf(module),
    outputs: Object.entries(module.outputs).map(([name, { description = "" }]) => ({
      name: code(name),
      description: cell(description),
    })),
    access: Object.entries(module.connections.access).map(([word, access]) => accessOf(word, access)),
    parts: Object.entries(module.connections.parts ?? {}).map(([word, part]) => partOf(word, part)),
    networks: Object.entries(module.connections.access).flatMap(([word, { network }]) =>
      network ? [networkOf(word, network)] : [],
    ),
    variables: Object.entries(module.connections.variables).map(([suffix, output]) => ({
      suffix: code(`…_${suffix}`),
      output: code(output),
    })),
  });
}

interface Block {
  readonly count?: unknown;
  readonly for_each?: unknown;
}

/** The resources of a module, and how many there are of each. */
function resourcesIn(files: ReadonlyMap<string, string>) {
  const { resource = {} } = JSON.parse(files.get("main.tf.json") ?? "{}") as {
    readonly resource?: Readonly<Record<string, Readonly<Record<string, Block>>>>;
  };
  return Object.entries(resource).flatMap(([type, blocks]) =>
    Object.entries(blocks).map(([name, block]) => ({ address: code(`${type}.${name}`), count: countOf(block) })),
  );
}

function countOf({ count, for_each }: Block): string {
  if (for_each !== undefined) return "one per key";
  return count === undefined ? "one" : "one or none";
}

/** The alarms of a module's complete example, and when they go off. */
function watchOf({ inputs, pack, examples }: Module) {
  if (!pack) return { alarms: [], thresholds: [] };
  const address = "…";
  const watched = {
    address,
    inputs: withDefaults(inputs, examples.complete),
    thresholds: withDefaults(pack.thresholds, {}) as Readonly<Record<string, unknown>>,
    output: (name: string) => name,
  };
  const alarms = Object.entries(pack.alarms(watched)).map(([name, alarm]) => ({
    name: code(name),
    description: cell(
      String((alarm as { readonly description?: string }).description ?? "").replace(`${address}: `, ""),
    ),
  }));
  return { alarms, thresholds: inputRows(pack.thresholds as ObjectSchema).map(inputOf) };
}

const callOf = ({ name }: Module, inputs: object): string =>
  hclBlock(`module "example"`, [{ source: `./modules/${name}` }, { ...inputs }]);

const inputOf = ({ name, type, default: value, required, description, demands }: InputRow) => ({
  name: code(name),
  type: code(type),
  default: required ? "**required**" : value === undefined ? "" : code(JSON.stringify(value)),
  description: cell([description, sentence(demands)].filter((text) => text !== "").join(" ")),
});

/** "Must be a whole number, at least 1; …": what demands have in common at their beginning is said once. */
function sentence(demands: readonly string[]): string {
  const text = demands.reduce((said, demand, i) => {
    const start = /^must (?:be|have) /.exec(demand)?.[0];
    const isSame = start !== undefined && demands[i - 1]?.startsWith(start);
    return said + (i === 0 ? demand : isSame ? `, ${demand.slice(start.length)}` : `; ${demand}`);
  }, "");
  return text && `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** The rules between members, at any depth. */
function rulesOf(schema: Schema, name = ""): string[] {
  const { rules = [], properties = {} } = schema;
  const entry = schema.items ?? schema.additionalProperties;
  const own = rules.map(({ summary }) => (name === "" ? "" : `in ${code(name)}, `) + summary.replaceAll("*", "\\*"));
  const inside = Object.entries(entry ? { "*": entry } : properties);
  return [...own, ...inside.flatMap(([key, one]) => rulesOf(one, name === "" ? key : `${name}.${key}`))];
}

const accessOf = (word: string, { summary, actions, resources, keyActions = [] }: Access) => ({
  word: code(word),
  summary: cell(summary),
  actions: codes(actions),
  resources: codes(resources(outputsByName()).map(named)),
  key: codes(keyActions),
});

const networkOf = (word: string, { group, listeners }: Network) => ({
  word: code(word),
  group: code(group),
  listeners: code(named(listeners(outputsByName()) as Expression<string>)),
});

const partOf = (word: string, { inputs, access, resources }: Part) => ({
  word: code(word),
  inputs: inputs ? `one entry of ${codes(inputs)}` : "what begins with it",
  access: codes(Object.keys(access)),
  resources: codes(resources(outputsByName(), "…").map(named)),
});

const codes = (texts: readonly string[]) => texts.map(code).join(", ");

/** Outputs that are expressions of their own names, so that what is made of them can be read. */
const outputsByName = () =>
  new Proxy({} as Readonly<Record<string, Ref<string>>>, { get: (_, name) => reference(String(name)) });

const named = (resource: Expression<string>) => String(interpolation(resource)).replaceAll(/\$\{([a-z0-9_]+)\}/g, "$1");
