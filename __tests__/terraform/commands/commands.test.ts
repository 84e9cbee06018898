import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { project } from "../../bin/projects";
import { type Ran, run } from "../../bin/run";
import { type Account, awsRequest, newAccount } from "../../support/account";

const spec = `version: 1
name: shop
region: us-east-1
environments:
  dev: {}
services:
  orders:
    table:
      module: dynamodb
      hash_key: id
      attributes: { id: S }
`;
const tags = spec.replace("      hash_key", "      tags: { team: shop }\n      hash_key");
const rekeyed = tags.replace("hash_key: id", "hash_key: key").replace("{ id: S }", "{ key: S }");
const table = "module.system.module.orders_table.aws_dynamodb_table.this";

/** A project on an account of the emulator. */
class Commands {
  static async in(spec: string): Promise<Commands> {
    const commands = new Commands(await project(spec), newAccount());
    await commands.run("synth");
    return commands;
  }

  private constructor(
    private readonly folder: string,
    readonly account: Account,
  ) {}

  run(...argv: string[]): Promise<Ran> {
    const { PATH, HOME, TF_CLI_CONFIG_FILE } = process.env;
    return run(this.folder, argv, {
      env: { PATH, HOME, TF_CLI_CONFIG_FILE, CHECKPOINT_DISABLE: "1", ...this.account.env },
    });
  }

  async change(spec: string): Promise<void> {
    await this.edit("groundplan.yaml", () => spec);
    await this.run("synth");
  }

  async edit(file: string, edited: (text: string) => string): Promise<void> {
    const place = path.join(this.folder, file);
    await writeFile(place, edited(await readFile(place, "utf8")));
  }
}

describe.each(["directories", "workspaces"])("layout %s", (layout) => {
  const laidOut = (text: string) => text.replace("version: 1", `version: 1\nlayout: ${layout}`);
  const address = layout === "workspaces" ? table.replace("module.system.", "") : table;
  let commands: Commands;
  beforeAll(async () => {
    commands = await Commands.in(laidOut(spec));
  });

  test("a plan runs after init, and shows what Terraform says", async () => {
    const { code, stdout } = await commands.run("plan", "dev", "-no-color");
    expect({ code, stdout }).toMatchObject({
      code: 0,
      stdout: expect.stringContaining(`# ${address} will be created`),
    });
    expect(stdout).not.toContain("Saved the plan");
  });

  test("what is applied is as specified", async () => {
    expect(await commands.run("apply", "dev", "-auto-approve", "-no-color")).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("Apply complete! Resources: 1 added"),
    });
    expect(await commands.run("drift")).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^dev +as specified$/m),
    });
  });

  test("drift tells what was changed outside from what is not applied", async () => {
    await protect(commands.account);
    await commands.change(laidOut(tags));
    const { code, stdout } = await commands.run("drift", "--json");
    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toEqual([
      {
        environment: "dev",
        drifted: [{ component: "orders.table", address, attributes: ["deletion_protection_enabled"] }],
        pending: [{ component: "orders.table", address, actions: ["update"] }],
      },
    ]);
    expect((await commands.run("apply", "dev", "-auto-approve")).code).toBe(0);
  });

  test("a table is not replaced or destroyed with its data unless it is named", async () => {
    await commands.change(laidOut(rekeyed));
    const refused = await commands.run("apply", "dev", "-auto-approve");
    expect(refused).toMatchObject({
      code: 1,
      stderr: expect.stringContaining(`error: orders.table: ${address} would be replaced`),
    });
    expect(refused.stderr).toContain("hash_key cannot be changed in place");
    expect((await commands.run("destroy", "dev", "-auto-approve")).code).toBe(1);
    expect(
      await commands.run("destroy", "dev", "-auto-approve", "-no-color", "--allow-data-loss", address),
    ).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("1 destroyed"),
    });
  });
});

test("a component that is added after init is planned", async () => {
  const commands = await Commands.in(spec);
  expect((await commands.run("plan", "dev")).code).toBe(0);
  await commands.change(`${spec}    audit: { module: dynamodb, hash_key: id, attributes: { id: S } }\n`);
  const added = await commands.run("plan", "dev", "-no-color");
  expect(added).toMatchObject({ code: 0, stdout: expect.stringContaining("2 to add") });
  expect(added.stderr).not.toContain("Error");
});

test("what Terraform refuses is shown at the line of the spec", async () => {
  const commands = await Commands.in(spec);
  await commands.edit("infrastructure/main.tf.json", (text) =>
    text.replace('"hash_key": "id"', '"hash_key": "nowhere"'),
  );
  const { code, stderr } = await commands.run("plan", "dev", "--stale");
  expect(code).toBe(1);
  expect(stderr).toMatch(/Error: .*Invalid value for variable/);
  expect(stderr).toMatch(
    /^groundplan\.yaml:10:17 error: orders\.table: hash_key "nowhere" is not defined in attributes/m,
  );
});

/** Somebody protects the table from deletion by hand. */
const protect = (account: Account) =>
  awsRequest(account, "dynamodb", "/", {
    method: "POST",
    headers: { "x-amz-target": "DynamoDB_20120810.UpdateTable", "content-type": "application/x-amz-json-1.0" },
    body: JSON.stringify({ TableName: "shop-dev-orders-table", DeletionProtectionEnabled: true }),
  });
