import fs from "node:fs";
import path from "node:path";
import { EnvironmentStack } from "../../lib/app/environment-stack";
import { App } from "../../lib/cdk";
import type { Root, Stack } from "../../lib/compose";
import { Sources } from "../../lib/diagnostic";
import { synth } from "../../lib/synth";
import { toolbox } from "../../toolbox";
import { type Account, newAccount } from "../support/account";
import { scratchFolder } from "../support/folder";
import { Terraform } from "../support/terraform";

const accountOf = ({ id }: Account) => `account: "${id}", assume_role: "arn:aws:iam::${id}:role/deploy"`;
const table = "module: dynamodb, hash_key: id, attributes: { id: S }";

/** A table where its environment is, which prod has twice. */
const here = ({ id }: Account, layout: string) => `version: 1
name: shop
layout: ${layout}
environments:
  dev: { region: eu-west-1 }
  prod: { region: eu-west-1, account: "${id}" }
defaults: { dynamodb: { protection: { deletion_protection_enabled: false } } }
services:
  orders:
    table: { ${table} }
    audit: { ${table}, only: [prod] }
`;

/** And one elsewhere by each of the ways to say so. */
const elsewhere = (
  dns: Account,
) => `    edge: { ${table}, region: us-east-1, tags: { Here: "\${region}", By: "\${orders.table.dynamodb_table_arn}" } }
    zone: { ${table}, account: dns, region: second, tags: { Here: "\${account} \${region}" } }
regions:
  second: { region: us-west-2, environments: { prod: { region: eu-central-1 } } }
accounts:
  dns: { ${accountOf(dns)} }
exports:
  table: \${orders.table.dynamodb_table_name}
  edge_arn:
    value: \${orders.edge.dynamodb_table_arn}
    ssm_parameter: /shop/\${environment}/edge-arn
    description: The table at the edge.
  audit_name: { value: "\${orders.audit.dynamodb_table_name}", ssm_parameter: "/shop/\${environment}/audit-name" }
  audit_of: audit is \${orders.audit.dynamodb_table_name}
`;

class Project {
  readonly account = newAccount();
  readonly dns = newAccount();

  private constructor(
    private readonly folder: string,
    private readonly layout: string,
  ) {}

  static async create(layout: string): Promise<Project> {
    return new Project(await scratchFolder(), layout);
  }

  get here(): string {
    return here(this.account, this.layout);
  }

  get whole(): string {
    return this.here + elsewhere(this.dns);
  }

  get out(): string {
    return path.join(this.folder, "infrastructure");
  }

  async render(text: string): Promise<Stack> {
    const spec = path.join(this.folder, "groundplan.yaml");
    fs.writeFileSync(spec, text);
    const { stacks } = await synth({ spec, out: this.out, sources: new Sources() }, toolbox);
    return stacks[0] as Stack;
  }

  root(...folders: string[]): Terraform {
    return new Terraform(path.join(this.out, ...folders), this.account.env);
  }

  /** What tells where a component is: its ARN up to the table, and what it is told itself. */
  async places(terraform: Terraform) {
    const places = Object.entries(await terraform.resources()).flatMap(([address, { arn, tags }]) => {
      const label = /module\.orders_(\w+)/.exec(address)?.[1];
      const [, , , region, account] = String(arn).split(":");
      const owner = account === this.account.id ? "own" : account === this.dns.id ? "dns" : account;
      return label ? [[label, `${owner} ${region}`, (tags as { Here?: string } | null)?.Here]] : [];
    });
    return places.sort();
  }
}

/** Where the components of a project are in dev. */
const inDev = ({ dns }: Project) => [
  ["edge", "own us-east-1", "us-east-1"],
  ["table", "own eu-west-1", undefined],
  ["zone", "dns us-west-2", `${dns.id} us-west-2`],
];

const changesIn = async (terraform: Terraform) =>
  (await terraform.planChanges()).map(({ address, actions }) => `${actions.join(" ")} ${address}`);

const edge = "module.system.module.orders_edge.aws_dynamodb_table.this";

describe("a root per environment", () => {
  let project: Project;
  let dev: Terraform;
  beforeAll(async () => {
    project = await Project.create("directories");
    dev = project.root("environments", "dev");
    await project.render(project.here);
    await dev.init();
    await dev.apply();
  });

  test("nothing moves where other components come that are elsewhere", async () => {
    await project.render(project.whole);
    await dev.init();
    await dev.validate();
    const changes = await changesIn(dev);
    expect(changes).toHaveLength(3);
    expect(changes.every((one) => one.startsWith("create "))).toBe(true);
  });

  test("every component is made where it is to be, once", async () => {
    await dev.apply();
    expect(await dev.drift()).toBe("");
    expect(await project.places(dev)).toEqual(inDev(project));
  });

  test("exports are outputs, null where an environment lacks what they refer to", async () => {
    const { table, edge_arn, audit_name, audit_of } = await dev.output();
    expect({ table, audit_name, audit_of }).toEqual({ table: "shop-dev-orders-table" });
    expect(edge_arn).toBe(`arn:aws:dynamodb:us-east-1:${project.account.id}:table/shop-dev-orders-edge`);
  });

  test("another project reads them by their parameters", async () => {
    const reader = new Terraform(
      await scratchFolder({ "main.tf.json": reading("/shop/dev/edge-arn") }),
      project.account.env,
    );
    await reader.init();
    await reader.apply();
    expect((await reader.output()).found).toBe((await dev.output()).edge_arn);
    expect((await dev.stateList()).filter((one) => one.includes("aws_ssm_parameter"))).toEqual([
      'module.system.module.exports.aws_ssm_parameter.this["edge_arn"]',
    ]);
  });

  test("where all is there, all is exported, and a stack of a CDKTF app plans the same at the same addresses", async () => {
    const stack = await project.render(project.whole);
    const prod = project.root("environments", "prod");
    await prod.init();
    const planned = await prod.planChanges();
    const values = Object.fromEntries(planned.map(({ address, after }) => [address, after]));
    expect(values['module.system.module.exports.aws_ssm_parameter.this["audit_name"]']).toMatchObject({
      name: "/shop/prod/audit-name",
      insecure_value: "shop-prod-orders-audit",
    });
    expect(values["module.system.module.orders_zone.aws_dynamodb_table.this"]).toMatchObject({
      tags: { Here: `${project.dns.id} eu-central-1` },
    });
    const app = new App({ outdir: await scratchFolder(), skipValidation: true });
    new EnvironmentStack(app, stack, stack.roots[1] as Root, project.out);
    app.synth();
    const inStack = new Terraform(path.join(app.outdir, "stacks", "prod"), project.account.env);
    await inStack.init();
    expect(await inStack.planChanges()).toEqual(planned);
  });

  test("another region makes a component anew, and leaves what was there", async () => {
    await project.render(project.whole.replace("region: us-east-1", "region: ap-south-1"));
    expect(await changesIn(dev)).toEqual([
      'update module.system.module.exports.aws_ssm_parameter.this["edge_arn"]',
      `create ${edge}`,
    ]);
  });

  test("the last component of a region goes where its provider has a name, and not otherwise", async () => {
    const without = project.whole.replace(/ {4}(edge|zone):.*\n/g, "").replace(/ {2}edge_arn:\n( {4}.*\n)+/, "");
    await project.render(without);
    await expect(dev.plan()).rejects.toThrow(/Provider configuration not present/);
    const named = without
      .replace("regions:", "regions:\n  us-east-1: us-east-1")
      .replace("accounts:", `accounts:\n  dns-second: { ${accountOf(project.dns)}, region: us-west-2 }`);
    await project.render(named);
    expect((await changesIn(dev)).filter((one) => one.includes("dynamodb"))).toEqual([
      `delete ${edge}`,
      "delete module.system.module.orders_zone.aws_dynamodb_table.this",
    ]);
    await dev.destroy();
    expect(await dev.stateList()).toEqual([]);
  });
});

test("one root with workspaces has them all as well", async () => {
  const project = await Project.create("workspaces");
  const terraform = project.root();
  await project.render(project.whole);
  await terraform.init();
  await terraform.validate();
  await terraform.run("workspace new", "dev");
  const values = "-var-file=environments/dev.tfvars.json";
  await terraform.apply(values);
  expect(await terraform.drift(values)).toBe("");
  expect(await project.places(terraform)).toEqual(inDev(project));
  expect((await terraform.output()).edge_arn).toContain(":us-east-1:");
  await terraform.run("workspace new", "prod");
  const changes = await terraform.planChanges("-var-file=environments/prod.tfvars.json");
  expect(changes.find(({ address }) => address.includes("orders_zone"))?.after).toMatchObject({
    tags: { Here: `${project.dns.id} eu-central-1` },
  });
});

const reading = (parameter: string) => ({
  terraform: { required_providers: { aws: { source: "hashicorp/aws", version: "~> 5.100" } } },
  provider: { aws: { region: "eu-west-1" } },
  data: { aws_ssm_parameter: { found: { name: parameter } } },
  output: { found: { value: "${data.aws_ssm_parameter.found.insecure_value}" } },
});
