import path from "node:path";
import { Sources } from "../../../lib/diagnostic";
import { synth } from "../../../lib/synth";
import { echoes, echoFiles, noCloud } from "../../support/echo";
import { scratchFolder } from "../../support/folder";
import { Terraform } from "../../support/terraform";
import type { Layout, Store } from "./kinds";

export const environments = ["dev", "prod", "staging"];

/** The only resource of an environment. With workspaces, the composition is the root. */
export const addressIn = (layout: Layout) =>
  `${layout === "directories" ? "module.system." : ""}module.s_c.terraform_data.this`;

const resource = { resource: { terraform_data: { this: { input: "${var.name}" } } } };

/** Terraform's own provider has resources that cost nothing: what is tried here is where their state goes. */
const toolbox = {
  cloud: noCloud,
  registry: echoes,
  profiles: {},
  moduleFiles: async () => new Map([...echoFiles, ["main.tf.json", JSON.stringify(resource)]]),
  template: () => "",
};

/** Renders the project `shop` with three environments and this state. @returns its output folder */
async function render(state: string, layout: Layout): Promise<string> {
  const folder = await scratchFolder({
    "groundplan.yaml": `version: 1
name: shop
region: us-east-1
layout: ${layout}
state: ${state}
environments: { dev: {}, staging: {}, prod: {} }
services: { s: { c: { module: echo, text: hello } } }
`,
  });
  const out = path.join(folder, "infrastructure");
  await synth({ spec: path.join(folder, "groundplan.yaml"), out, sources: new Sources() }, toolbox);
  return out;
}

/** One environment of a project: where Terraform runs for it, and what a plan must be given. */
export interface Root {
  readonly terraform: Terraform;
  readonly values: readonly string[];
}

/** The roots of a project with its states in a store, initialized. */
export async function initialized(
  { state, env }: Pick<Store, "state" | "env">,
  layout: Layout,
): Promise<Readonly<Record<string, Root>>> {
  const out = await render(state, layout);
  const found = layout === "directories" ? directories(out, env) : await workspaces(out, env);
  for (const { terraform } of Object.values(found)) await terraform.init();
  return found;
}

type Env = Readonly<Record<string, string>>;

const directories = (out: string, env: Env) =>
  rootsOf((name) => ({ terraform: new Terraform(path.join(out, "environments", name), env), values: [] }));

async function workspaces(out: string, env: Env) {
  const terraform = new Terraform(out, env);
  await terraform.init();
  for (const name of environments) await terraform.run("workspace select", "-or-create", name);
  return rootsOf((name) => ({
    terraform: new Terraform(out, { ...env, TF_WORKSPACE: name }),
    values: [`-var-file=environments/${name}.tfvars.json`],
  }));
}

const rootsOf = (root: (name: string) => Root) => Object.fromEntries(environments.map((name) => [name, root(name)]));
