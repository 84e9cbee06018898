import { writeFile } from "node:fs/promises";
import path from "node:path";
import { Sources } from "../../lib/diagnostic";
import { rootOf } from "../../lib/render";
import { synth } from "../../lib/synth";
import { toolbox } from "../../toolbox";
import { createBucket, newAccount } from "../support/account";
import { scratchFolder } from "../support/folder";
import { Terraform } from "../support/terraform";

/** Two services, of which one needs what the other has: everywhere, and in one environment alone. */
const spec = (head: string) => `
version: 1
name: shop
region: us-east-1
states: service
tags: { CostCenter: "4711" }
environments: { dev: {}, prod: { tags: { CostCenter: "4712" } } }
${head}
defaults:
  lambda: { runtime: nodejs22.x, handler: index.handler, code: code }
  dynamodb: { protection: { deletion_protection_enabled: false } }
services:
  orders:
    worker:
      module: lambda
      environment_variables: { STREAM: "\${users.table.dynamodb_table_stream_arn}" }
      event_sources: { users: { dynamodb_stream_arn: "\${users.table.dynamodb_table_stream_arn}" } }
      uses: { users.table: stream, users.audit: write }
  users:
    table: { module: dynamodb, hash_key: id, attributes: { id: S }, stream_view_type: NEW_IMAGE }
    audit: { module: dynamodb, hash_key: id, attributes: { id: S }, only: [prod] }
exports:
  who: "\${orders.worker.lambda_function_name} of \${users.table.dynamodb_table_name}"
`;

/** A service in one environment: Terraform in its root, and what every plan there is told. */
interface Place {
  readonly terraform: Terraform;
  readonly values: readonly string[];
}

async function project(head: string, bucket: string) {
  const account = newAccount();
  await createBucket(account, bucket);
  const folder = await scratchFolder({ "code/index.mjs": "export const handler = async () => {};\n" });
  await writeFile(path.join(folder, "groundplan.yaml"), spec(head));
  const out = path.join(folder, "infrastructure");
  const { stacks } = await synth({ spec: path.join(folder, "groundplan.yaml"), out, sources: new Sources() }, toolbox);
  return async (service: string, environment: string): Promise<Place> => {
    const stack = stacks.find((one) => one.service === service);
    if (!stack) throw new Error(`no service ${service}`);
    const root = rootOf(stack, environment);
    const terraform = new Terraform(path.join(out, root.folder), account.env);
    await terraform.init();
    if (root.workspace) await terraform.run("workspace select", "-or-create", root.workspace);
    return { terraform, values: root.values };
  };
}

const placeholders = ["-var", "placeholders=true"];

const cases = [
  ["remote_state", "workspaces", "", "services-a"],
  ["ssm_parameter", "directories", "state: { backend: s3, bucket: services-b, key_prefix: states }", "services-b"],
] as const;

describe.each(cases)("services that read one another by %s, in %s", (references, layout, state, bucket) => {
  let at: Awaited<ReturnType<typeof project>>;
  let orders: Place;
  let users: Place;
  beforeAll(async () => {
    at = await project(`state_references: ${references}\nlayout: ${layout}\n${state}`, bucket);
  });

  test("a service is planned before what it needs is there, and not applied", async () => {
    orders = await at("orders", "dev");
    await orders.terraform.plan(...orders.values, ...placeholders, "-out=plan");
    await expect(orders.terraform.apply("plan")).rejects.toThrow(/A plan with placeholders cannot be applied/);
    await expect(orders.terraform.plan(...orders.values)).rejects.toThrow(/remote state|couldn't find resource/i);
  });

  test("each is applied on its own, gets what the other has, and plans nothing afterwards", async () => {
    users = await at("users", "dev");
    await users.terraform.apply(...users.values);
    await orders.terraform.apply(...orders.values);
    expect(await orders.terraform.output()).toMatchObject({ who: "shop-dev-orders-worker of shop-dev-users-table" });
    const { environment } = await orders.terraform.resource(
      `${layout === "directories" ? "module.orders." : ""}module.orders_worker.aws_lambda_function.function`,
    );
    const [{ variables }] = environment as [{ variables: Record<string, string> }];
    const table = (await users.terraform.output()).users_table as Record<string, string>;
    expect(variables).toEqual({
      STREAM: table.dynamodb_table_stream_arn,
      USERS_TABLE_NAME: "shop-dev-users-table",
      USERS_TABLE_ARN: table.dynamodb_table_arn,
    });
    for (const { terraform, values } of [users, orders]) expect(await terraform.drift(...values)).toBe("");
  });

  test("the state of one holds nothing of the other", async () => {
    const lists = await Promise.all([orders, users].map(({ terraform }) => terraform.stateList()));
    const managed = lists.map((list) => list.filter((one) => !/(^|\.)data\./.test(one)).map(moduleIn));
    expect(managed.map((list) => [...new Set(list)])).toEqual([
      ["orders_worker"],
      ["users_table", ...(references === "ssm_parameter" ? ["exports"] : [])].sort(),
    ]);
  });
});

test("everything tells its service and its environment; services are destroyed in the other order", async () => {
  const at = await project("state: { backend: s3, bucket: services-c }", "services-c");
  const places = [await at("users", "prod"), await at("orders", "prod")];
  for (const { terraform } of places) await terraform.apply();
  const [users] = places as [Place];
  const { tags_all } = await users.terraform.resource("module.users.module.users_audit[0].aws_dynamodb_table.this");
  expect(tags_all).toEqual({
    Project: "shop",
    Environment: "prod",
    Service: "users",
    CostCenter: "4712",
    ManagedBy: "groundplan",
  });
  for (const { terraform } of places.reverse()) await terraform.destroy();
});

const moduleIn = (address: string) => /(?:module\.(?:orders|users)\.)?module\.(\w+)/.exec(address)?.[1];
