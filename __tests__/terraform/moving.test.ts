import path from "node:path";
import { Sources } from "../../lib/diagnostic";
import { synth } from "../../lib/synth";
import { run } from "../bin/run";
import { type Account, newAccount } from "../support/account";
import { echo, echoFiles, noCloud } from "../support/echo";
import { scratchFolder, writeFiles } from "../support/folder";
import { Terraform } from "../support/terraform";

const shop = (layout: string) => `version: 1
name: shop
region: us-east-1
layout: ${layout}
environments: { dev: {}, prod: {} }
defaults: { lambda: { runtime: nodejs22.x, handler: index.handler } }
services:
  orders:
    items: # what was ordered
      module: dynamodb
      hash_key: id
      attributes: { id: S }
      stream_view_type: NEW_IMAGE
    lines: { module: dynamodb, only: [dev], hash_key: id, attributes: { id: S } }
    function:
      module: lambda
      code: code
      uses:
        orders.items: read_write
        orders.lines: read
    follower:
      module: lambda
      code: code
      event_sources:
        items: { dynamodb_stream_arn: "\${orders.items.dynamodb_table_stream_arn}", starting_position: LATEST }
  web:
    api:
      module: api-gateway
      routes: { "GET /": { function: orders.function } }
`;

const within = [
  ["orders.items", "orders.goods"],
  ["orders.goods", "orders.table"],
  ["orders.function", "orders.handler"],
  ["web.api", "web.front"],
];
const across = [
  ["orders.table", "stock.table"],
  ["orders.lines", "stock.lines"],
];

class Moving {
  static async create(layout: string): Promise<Moving> {
    const files = { "groundplan.yaml": shop(layout), "code/index.mjs": "export const handler = async () => {};\n" };
    const moving = new Moving(layout, await scratchFolder(files), newAccount());
    await moving.run("synth");
    await moving.terraform.init();
    if (layout === "workspaces") await moving.terraform.run("workspace new", "dev");
    await moving.terraform.apply(...moving.values);
    return moving;
  }

  private constructor(
    private readonly layout: string,
    readonly folder: string,
    private readonly account: Account,
  ) {}

  get terraform(): Terraform {
    const root = this.layout === "workspaces" ? "." : "environments/dev";
    return new Terraform(path.join(this.folder, "infrastructure", root), this.account.env);
  }

  get values(): string[] {
    return this.layout === "workspaces" ? ["-var-file=environments/dev.tfvars.json"] : [];
  }

  async moveAll(moves: readonly string[][]): Promise<void> {
    for (const [from = "", to = ""] of moves) await this.run("move", from, to);
    await this.run("synth");
    await this.terraform.init();
  }

  async run(...argv: string[]): Promise<void> {
    const { code, stderr } = await run(this.folder, argv);
    if (code !== 0) throw new Error(stderr);
  }
}

describe.each(["directories", "workspaces"])("with the layout %s", (layout) => {
  test("components that groundplan moves are moved, and nothing else happens to anything", async () => {
    const moving = await Moving.create(layout);
    const before = (await moving.terraform.stateList()).length;
    await moving.moveAll(within);
    expect(await moving.terraform.planChanges(...moving.values)).toEqual([]);
    expect(await moving.terraform.plan(...moving.values)).toMatch(
      /orders_items\.aws_dynamodb_table\.this has moved to [\w.]*orders_table\.aws_dynamodb_table\.this/,
    );
    await moving.terraform.apply(...moving.values);
    // What is of another service is tagged so, in place.
    await moving.moveAll(across);
    const changes = await moving.terraform.planChanges(...moving.values);
    expect(changes.map(({ type, actions, after }) => [type, actions, after?.tags])).toEqual([
      ["aws_dynamodb_table", ["update"], { Service: "stock" }],
      ["aws_dynamodb_table", ["update"], { Service: "stock" }],
    ]);
    await moving.terraform.apply(...moving.values);
    const addresses = await moving.terraform.stateList();
    expect(addresses).toHaveLength(before);
    const old = /module\.(orders_items|orders_table|orders_lines|orders_function|web_api)/;
    expect(addresses.filter((address) => old.test(address))).toEqual([]);
    expect(await moving.terraform.drift(...moving.values)).toBe("");
  });
});

/** A module that makes something, without a provider. */
const made = new Map([...echoFiles, ["main.tf.json", '{ "resource": { "terraform_data": { "this": {} } } }']]);
const cheap = {
  cloud: noCloud,
  registry: new Map([["echo", echo]]) as never,
  profiles: {},
  moduleFiles: async () => made,
  template: () => "",
};

test.each([
  ["in all environments", "in all environments", "", ""],
  ["in all environments", "in some", "", ", only: [dev]"],
  ["in some", "in all environments", ", only: [dev]", ""],
  ["in some", "in some", ", only: [dev]", ", only: [dev]"],
])("a component %s that moves and is then %s is made once", async (_, __, before, after) => {
  const spec = (name: string, only: string, moved: string) =>
    `version: 1\nname: a\nregion: x\nenvironments: { dev: {}, prod: {} }\nservices: { s: { ${name}: { module: echo${only} } } }\nmoved: [${moved}]\n`;
  const folder = await scratchFolder();
  const out = path.join(folder, "infrastructure");
  const root = new Terraform(path.join(out, "environments/dev"));
  const render = async (text: string) => {
    await writeFiles(folder, { "groundplan.yaml": text });
    await synth({ spec: path.join(folder, "groundplan.yaml"), out, sources: new Sources() }, cheap);
    await root.init();
  };
  await render(spec("a", before, ""));
  await root.apply();
  await render(spec("c", after, "{ from: s.a, to: s.b }, { from: s.b, to: s.c }"));
  expect(await root.planChanges()).toEqual([]);
  await root.apply();
  expect(await root.stateList()).toEqual([`module.system.module.s_c${after ? "[0]" : ""}.terraform_data.this`]);
});
