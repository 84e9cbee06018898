import path from "node:path";
import { Sources } from "../../lib/diagnostic";
import { synth } from "../../lib/synth";
import { toolbox } from "../../toolbox";
import { newAccount } from "../support/account";
import { scratchFolder } from "../support/folder";
import { Terraform } from "../support/terraform";

const hostile = '${file("/etc/passwd")} %{ if true }x%{ endif } "} two\nlines';

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
      attributes: { order_id: S, customer_id: S }
      global_secondary_indexes: { by-customer: { hash_key: customer_id } }
    reader:
      module: lambda
      uses: { orders.table: read }
    narrow:
      module: lambda
      description: ${JSON.stringify(hostile.replace("\n", " "))}
      environment_variables: { HOSTILE: ${JSON.stringify(hostile)} }
      uses:
        orders.table: { access: read, index: by-customer, env: { BY_CUSTOMER: dynamodb_table_name } }
    sender:
      module: lambda
      permissions:
        - { actions: ["ses:SendEmail"], resources: ["arn:aws:ses:*:*:identity/example.com"] }
`;

interface Statement {
  readonly Action: readonly string[];
  readonly Resource: string | readonly string[];
}

let terraform: Terraform;
const address = (name: string, resource: string) => `module.system.module.orders_${name}.${resource}`;
const functionOf = (name: string) => terraform.resource(address(name, "aws_lambda_function.function"));

/** What the role of a function may do beside writing its own logs. */
async function allowed(name: string): Promise<Statement[]> {
  const { policy } = await terraform.resource(address(name, "aws_iam_role_policy.policy"));
  const [logs, ...rest] = JSON.parse(String(policy)).Statement;
  expect(logs.Resource).toMatch(new RegExp(`:log-group:/aws/lambda/shop-dev-orders-${name}:\\*$`));
  return rest;
}

beforeAll(async () => {
  const folder = await scratchFolder({ "groundplan.yaml": spec, "code/index.mjs": "export const handler = () => {};" });
  const out = path.join(folder, "infrastructure");
  await synth({ spec: path.join(folder, "groundplan.yaml"), out, sources: new Sources() }, toolbox);
  terraform = new Terraform(path.join(out, "environments", "dev"), newAccount().env);
  await terraform.init();
  await terraform.apply();
});

test("what reads a table may not write it, and nothing else at all", async () => {
  const [statement, ...more] = await allowed("reader");
  expect(more).toEqual([]);
  expect(statement?.Action.filter((action) => /Put|Update|Delete|Write|Create|\*/.test(action))).toEqual([]);
  expect(statement?.Action).toContain("dynamodb:Query");
  const table = expect.stringMatching(/^arn:aws:dynamodb:us-east-1:\d{12}:table\/shop-dev-orders-table$/);
  expect(statement?.Resource).toEqual([table, expect.stringMatching(/table\/shop-dev-orders-table\/index\/\*$/)]);
});

test("it finds the table in variables named after it", async () => {
  const { environment } = await functionOf("reader");
  expect(environment).toMatchObject([{ variables: { ORDERS_TABLE_NAME: "shop-dev-orders-table" } }]);
});

test("the long form narrows to one index, and its author names the variables", async () => {
  const [statement] = await allowed("narrow");
  expect(statement?.Action).toEqual(["dynamodb:Query", "dynamodb:Scan"]);
  expect(statement?.Resource).toEqual([expect.stringMatching(/table\/shop-dev-orders-table\/index\/by-customer$/)]);
  const { environment } = await functionOf("narrow");
  const [{ variables }] = environment as [{ variables: Record<string, string> }];
  expect(Object.keys(variables).sort()).toEqual(["BY_CUSTOMER", "HOSTILE"]);
});

test("texts that look like expressions arrive as they are", async () => {
  const { environment, description } = await functionOf("narrow");
  expect(environment).toMatchObject([{ variables: { HOSTILE: hostile } }]);
  expect(description).toBe(hostile.replace("\n", " "));
});

test("permissions are what the author wrote", async () => {
  expect(await allowed("sender")).toEqual([
    { Action: ["ses:SendEmail"], Effect: "Allow", Resource: ["arn:aws:ses:*:*:identity/example.com"] },
  ]);
});
