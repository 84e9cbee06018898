import { readFile } from "node:fs/promises";
import path from "node:path";
import { App } from "cdktf";
import { EnvironmentStack } from "../../lib/app/environment-stack";
import type { Root } from "../../lib/compose";
import { HEAD, rendered } from "../render/rendered";
import { states } from "../render/states";
import { scratchFolder } from "../support/folder";

/** The `terraform` block of the stack dev of a project with this state. */
async function terraformOf(state: string) {
  const spec = `${HEAD}state: ${state}\nenvironments: { dev: {}, prod: {} }\nservices: { a: { b: { module: echo } } }`;
  const { stack } = await rendered(spec);
  const outdir = await scratchFolder();
  const app = new App({ outdir, skipValidation: true });
  new EnvironmentStack(app, stack, stack.roots[0] as Root, path.join(outdir, "infrastructure"));
  app.synth();
  return JSON.parse(await readFile(path.join(outdir, "stacks/dev/cdk.tf.json"), "utf8")).terraform;
}

test.each(states.map((one) => [one.name, one] as const))(
  "%s: the state of a stack is that of the environment",
  async (_, one) => {
    const { required_providers, required_version, ...state } = await terraformOf(one.written);
    expect(state).toEqual(one.directories);
  },
);
