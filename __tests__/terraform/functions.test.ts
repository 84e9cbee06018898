import { writeFile } from "node:fs/promises";
import path from "node:path";
import { Sources } from "../../lib/diagnostic";
import { synth } from "../../lib/synth";
import { toolbox } from "../../toolbox";
import { newAccount } from "../support/account";
import { scratchFolder } from "../support/folder";
import { Terraform } from "../support/terraform";

const spec = `
version: 1
name: shop
region: us-east-1
environments: { dev: {} }
defaults:
  lambda: { runtime: nodejs22.x, handler: index.handler, code: code }
services:
  orders:
    table:
      module: dynamodb
      hash_key: order_id
      attributes: { order_id: S }
    own-items:
      module: lambda
      managed_policies:
        - AmazonSSMReadOnlyAccess
        - service-role/AWSLambdaVPCAccessExecutionRole
        - \${local.policy}
      uses:
        orders.table:
          access: read
          conditions:
            ForAllValues:StringEquals:
              dynamodb:Attributes: [order_id, total]
              dynamodb:LeadingKeys: ["\${environment}-\${account}", "\${aws:PrincipalTag/tenant}"]
            StringEquals: { aws:SourceAccount: ["\${account}"] }
      permissions:
        - actions: [sns:Publish]
          resources: ["arn:aws:sns:\${region}:\${account}:alerts"]
          conditions:
            ArnLike: { aws:SourceArn: ["\${orders.table.dynamodb_table_arn}/*"] }
    seed:
      module: lambda
      code: seed
      uses: { orders.table: write }
      run_once:
        input: { file: rows.json, with: { Table: "\${orders.table.dynamodb_table_name}" } }
    input-only:
      module: lambda
      code: seed
      run_once:
        on: input
        input:
          table: \${orders.table.dynamodb_table_name}
          quoted: \${local.quoted}
          inside: <\${local.quoted}|\${environment}>
          count: \${local.count}
          limit: 5
    deployed:
      module: lambda-external-code
      runtime: nodejs22.x
      handler: index.handler
      code: seed
`;

const rows = '{"table": "${Table}", "rows": ["${other}", "%{ if true }", "$${Table}", "\\"\\\\ é"]}\n';

let folder: string;
let terraform: Terraform;
let found: Awaited<ReturnType<Terraform["resources"]>>;
const address = (name: string, resource: string) => `module.system.module.orders_${name}.${resource}`;
const write = (file: string, text: string) => writeFile(path.join(folder, file), text);

async function rendered(): Promise<void> {
  const out = path.join(folder, "infrastructure");
  await synth({ spec: path.join(folder, "groundplan.yaml"), out, sources: new Sources() }, toolbox);
}

/** What a plan would do, by address within the composition. */
async function changes(): Promise<Record<string, readonly string[]>> {
  const all = await terraform.planChanges();
  return Object.fromEntries(all.map((one) => [one.address.replace("module.system.module.orders_", ""), one.actions]));
}

beforeAll(async () => {
  folder = await scratchFolder({
    "groundplan.yaml": spec,
    "rows.json": rows,
    "code/index.mjs": "export const handler = () => {};",
    "seed/index.mjs": "export const handler = () => 1;",
    "infrastructure/own.tf": `
      resource "aws_iam_policy" "own" {
        name   = "own"
        policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "s3:GetObject", Resource = "arn:aws:s3:::own/*" }] })
      }
      locals {
        policy = aws_iam_policy.own.arn
        quoted = "\\"\\\\ é"
        count  = 2
      }`,
  });
  const account = newAccount();
  await rendered();
  terraform = new Terraform(path.join(folder, "infrastructure", "environments", "dev"), account.env);
  await terraform.init();
  await terraform.apply();
  found = await terraform.resources();
});

test("a second plan changes nothing", async () => {
  expect(await terraform.drift()).toBe("");
});

test("managed policies are attached by name, in the partition of the role, and by ARN", () => {
  const attached = Object.entries(found).filter(([one]) =>
    one.startsWith(address("own_items", "aws_iam_role_policy_at")),
  );
  expect(Object.fromEntries(attached.map(([one, { policy_arn }]) => [one.split("managed")[1], policy_arn]))).toEqual({
    '["AmazonSSMReadOnlyAccess"]': "arn:aws:iam::aws:policy/AmazonSSMReadOnlyAccess",
    '["service-role/AWSLambdaVPCAccessExecutionRole"]':
      "arn:aws:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole",
    '["local.policy"]': expect.stringMatching(/^arn:aws:iam::\d{12}:policy\/own$/),
  });
});

test("conditions of edges and of permissions hold built-ins and references, and IAM's own variables as they are", () => {
  const { policy } = found[address("own_items", "aws_iam_role_policy.policy")] ?? {};
  const { arn } = found[address("table", "aws_dynamodb_table.this")] ?? {};
  const [, , , , account] = String(arn).split(":");
  const [, table, topic] = JSON.parse(String(policy)).Statement;
  expect(table.Condition).toEqual({
    "ForAllValues:StringEquals": {
      "dynamodb:Attributes": ["order_id", "total"],
      "dynamodb:LeadingKeys": [`dev-${account}`, "${aws:PrincipalTag/tenant}"],
    },
    StringEquals: { "aws:SourceAccount": [account] },
  });
  expect(topic).toMatchObject({
    Resource: [`arn:aws:sns:us-east-1:${account}:alerts`],
    Condition: { ArnLike: { "aws:SourceArn": [`${arn}/*`] } },
  });
});

test("a file is a text in which the names that are given are replaced, and nothing else", () => {
  const { input } = found[address("seed", "aws_lambda_invocation.once[0]")] ?? {};
  expect(input).toBe(rows.replaceAll("${Table}", "shop-dev-orders-table"));
});

test("what the function answered is an output, null where it was not called", async () => {
  const outputs = (await terraform.output()) as Record<string, Record<string, unknown>>;
  expect(JSON.parse(String(outputs.orders_input_only?.lambda_run_once_result))).toEqual({
    table: "shop-dev-orders-table",
    quoted: '"\\ é',
    inside: '<"\\ é|dev>',
    count: 2,
    limit: 5,
  });
  expect(outputs.orders_own_items).toMatchObject({ lambda_run_once_result: null });
});

describe("a change", () => {
  afterEach(async () => {
    await write("rows.json", rows);
    await write("seed/index.mjs", "export const handler = () => 1;");
    await rendered();
  });

  test("of the file runs the function that takes it again, and touches nothing else", async () => {
    await write("rows.json", rows.replace("rows", "items"));
    await rendered();
    expect(await changes()).toEqual({ "seed.aws_lambda_invocation.once[0]": ["delete", "create"] });
  });

  test("that the function fails on fails the apply, and the next one calls it again", async () => {
    await write("rows.json", rows.replace("rows", "errorMessage"));
    await rendered();
    await expect(terraform.apply()).rejects.toThrow("invoking Lambda Function (shop-dev-orders-seed)");
    expect(await changes()).toEqual({ "seed.aws_lambda_invocation.once[0]": ["create"] });
    await write("rows.json", rows);
    await rendered();
    await terraform.apply();
  });

  test("of the code runs it again, unless it runs on its input alone; code of others is left alone", async () => {
    await write("seed/index.mjs", "export const handler = () => 2;");
    await rendered();
    expect(await changes()).toEqual({
      "seed.aws_lambda_function.function": ["update"],
      "seed.aws_lambda_invocation.once[0]": ["delete", "create"],
      "input_only.aws_lambda_function.function": ["update"],
    });
  });
});
