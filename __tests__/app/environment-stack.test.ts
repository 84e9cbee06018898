import { readFile } from "node:fs/promises";
import path from "node:path";
import { App } from "cdktf";
import { EnvironmentStack } from "../../lib/app/environment-stack";
import type { Root } from "../../lib/compose";
import { registry } from "../../modules";
import { HEAD, rendered } from "../render/rendered";
import { states } from "../render/states";
import type { Given } from "../spec/project";
import { scratchFolder } from "../support/folder";

/** The stack dev of a spec, as Terraform JSON. */
async function synthesised(spec: string, given: Given = {}) {
  const { stack } = await rendered(spec, given);
  const outdir = await scratchFolder();
  const app = new App({ outdir, skipValidation: true });
  new EnvironmentStack(app, stack, stack.roots[0] as Root, path.join(outdir, "infrastructure"));
  app.synth();
  return JSON.parse(await readFile(path.join(outdir, "stacks/dev/cdk.tf.json"), "utf8"));
}

const specOf = (state: string) =>
  `${HEAD}state: ${state}\nenvironments: { dev: {}, prod: {} }\nservices: { a: { b: { module: echo } } }`;

test.each(states.map((one) => [one.name, one] as const))(
  "%s: the state of a stack is that of the environment",
  async (_, one) => {
    const { required_providers, required_version, ...state } = (await synthesised(specOf(one.written))).terraform;
    expect(state).toEqual(one.directories);
  },
);

test("a stack imports what its environment does", async () => {
  const table = "{ module: dynamodb, name: table, hash_key: id, attributes: { id: S }, import: { dev: table } }";
  const spec = `${HEAD}environments: { dev: {}, prod: {} }\nservices: { a: { b: ${table} } }`;
  expect((await synthesised(spec, { registry })).import).toEqual([
    { to: "module.system.module.a_b.aws_dynamodb_table.this", id: "table" },
  ]);
});
