import { readFileSync } from "node:fs";
import path from "node:path";
import type { Stack } from "../../lib/compose";
import { Sources } from "../../lib/diagnostic";
import { blame, type Failure } from "../../lib/run";
import { inspect } from "../../lib/synth";
import { toolbox } from "../../toolbox";
import { project, shop } from "../bin/projects";

// The first to render loads cdktf and its bindings from TypeScript.
jest.setTimeout(60_000);

/** The text of the spec's line that an error is put down to, and the component. */
async function blamed(failure: Partial<Failure>, environment: string, spec = shop) {
  const [folder, sources] = [await project(spec), new Sources()];
  const file = path.join(folder, "groundplan.yaml");
  const { stacks, tree } = await inspect({ spec: file, sources, out: path.join(folder, "out") }, toolbox);
  const root = spec.includes("layout: workspaces") ? "" : `environments/${environment}`;
  const applied = { stack: stacks[0] as Stack, environment, folder: root, read: (one: string) => tree.get(one) };
  const place = failure.place && {
    ...failure.place,
    line: lineOf(tree.get(path.posix.join(root, failure.place.file)) ?? "", failure.summary ?? ""),
  };
  const found = blame({ summary: "", detail: "", ...failure, ...(place ? { place } : {}) }, applied);
  return found && [found.component.address, readFileSync(file, "utf8").slice(found.location.start).split("\n")[0]];
}

/** The number of the line that holds a text. */
const lineOf = (text: string, part: string) => text.split("\n").findIndex((line) => line.includes(part)) + 1;

/** An error at the line of a file that holds a text. */
const at = (file: string, text: string, more: Partial<Failure> = {}) => ({
  summary: text,
  place: { file, line: 0 },
  ...more,
});

const address = "module.system.module.orders_function.aws_lambda_function.function";

test.each<[string, Partial<Failure>, string, [string, string]]>([
  ["an argument of a call", at("../../main.tf.json", '"handler"'), "dev", ["orders.function", "index.handler"]],
  ["one that the environment sets", at("../../main.tf.json", '"memory_size"'), "prod", ["orders.function", "1024 }"]],
  ["the same where a default holds", at("../../main.tf.json", '"memory_size"'), "dev", ["orders.function", "256 }"]],
  ["a value in the environment's root", at("main.tf.json", '"memory_size"'), "prod", ["orders.function", "1024 }"]],
  [
    "what a message names",
    at("../../main.tf.json", '"attributes"', { detail: 'attributes["id"] must be S' }),
    "dev",
    ["orders.table", "S }"],
  ],
  [
    "an input behind a module's argument",
    at("../../modules/lambda/main.tf.json", '"handler"', { address }),
    "dev",
    ["orders.function", "index.handler"],
  ],
  [
    "an address alone",
    { address: "module.system.module.orders_table.aws_dynamodb_table.this" },
    "dev",
    ["orders.table", "table:"],
  ],
  [
    "what the spec does not say",
    at("../../main.tf.json", '"policy_statements"'),
    "dev",
    ["orders.function", "function:"],
  ],
  ["an output", at("../../outputs.tf.json", '"orders_table"'), "dev", ["orders.table", "table:"]],
])("%s", async (_, failure, environment, expected) => {
  expect(await blamed(failure, environment)).toEqual(expected);
});

test("one root with workspaces has the same places", async () => {
  const spec = shop.replace("version: 1", "version: 1\nlayout: workspaces");
  expect(await blamed(at("main.tf.json", '"memory_size"'), "prod", spec)).toEqual(["orders.function", "1024 }"]);
  expect(await blamed(at("environments/prod.tfvars.json", '"memory_size"'), "prod", spec)).toEqual([
    "orders.function",
    "1024 }",
  ]);
  expect(await blamed({ address: "module.orders_table" }, "dev", spec)).toEqual(["orders.table", "table:"]);
});

test("a component that only some environments have", async () => {
  const spec = shop.replace("      hash_key: id", "      only: [prod]\n      hash_key: id");
  const counted = { address: "module.system.module.orders_table[0].aws_dynamodb_table.this" };
  expect(await blamed(counted, "prod", spec)).toEqual(["orders.table", "table:"]);
  expect(await blamed(counted, "dev", spec)).toEqual(["orders.table", "table:"]);
});

test.each<[string, Partial<Failure>]>([
  ["a file of the user's", { place: { file: "../../queues.tf.json", line: 1 } }],
  ["the provider", at("providers.tf.json", '"region"')],
  ["a resource of the user's", { address: "module.system.aws_sqs_queue.mine" }],
  ["Terraform itself", { detail: "memory_size is no version" }],
])("an error of %s is put down to nothing", async (_, failure) => {
  expect(await blamed(failure, "dev")).toBeUndefined();
});
