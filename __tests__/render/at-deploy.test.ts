import { readFile } from "node:fs/promises";
import path from "node:path";
import { App } from "cdktf";
import { EnvironmentStack } from "../../lib/app/environment-stack";
import type { Root } from "../../lib/compose";
import { registry } from "../../modules";
import { scratchFolder } from "../support/folder";
import { HEAD, rendered } from "./rendered";

const spec = (layout: string) => `${HEAD}
layout: ${layout}
environments: { dev: {}, prod: {} }
services:
  payments:
    key: { module: secret, environments: { prod: { value: at_deploy, value_version: 3 } } }
    partner: { module: secret }
`;

const variable = {
  payments_key_value: {
    description: "The value of payments.key, for a run that makes or changes it.",
    type: "string",
    default: null,
    sensitive: true,
    ephemeral: true,
  },
};
const passed = "${var.payments_key_value}";

test("a root passes what it is given on, and holds no value of it", async () => {
  const { tree, at } = await rendered(spec("directories"), { registry }).then((one) => ({
    tree: one.tree,
    at: one.at.bind(one),
  }));
  expect(at("environments/prod/variables.tf.json", "variable")).toEqual(variable);
  expect(at("environments/prod/main.tf.json", "module", "system", "payments_key_value")).toBe(passed);
  expect(at("variables.tf.json", "variable")).toMatchObject(variable);
  expect(at("main.tf.json", "module", "payments_key", "value")).toBe(passed);
  expect(at("main.tf.json", "module", "payments_partner")).not.toHaveProperty("value");
  expect([...tree.values()].join("\n")).not.toContain("at_deploy");
});

test("with workspaces, the one root is given it and no file of values has it", async () => {
  const result = await rendered(spec("workspaces"), { registry });
  expect(result.at("variables.tf.json", "variable")).toMatchObject(variable);
  expect(result.at("main.tf.json", "module", "payments_key", "value")).toBe(passed);
  expect(result.at("environments/prod.tfvars.json")).not.toHaveProperty("payments_key_value");
});

test("a stack of a CDKTF app is given it as a root is", async () => {
  const { stack } = await rendered(spec("directories"), { registry });
  const outdir = await scratchFolder();
  const app = new App({ outdir, skipValidation: true });
  new EnvironmentStack(app, stack, stack.roots[1] as Root, path.join(outdir, "infrastructure"));
  app.synth();
  const made = JSON.parse(await readFile(path.join(outdir, "stacks/prod/cdk.tf.json"), "utf8"));
  expect(made.variable).toEqual(variable);
  expect(made.module.system.payments_key_value).toBe(passed);
});

test("a project without such values has no variables for them", async () => {
  const { tree } = await rendered(`${HEAD}environments: { dev: {} }\nservices: { a: { b: { module: echo } } }`);
  expect([...tree.keys()]).not.toContain("environments/dev/variables.tf.json");
});
