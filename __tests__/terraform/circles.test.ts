import path from "node:path";
import { Sources } from "../../lib/diagnostic";
import { synth } from "../../lib/synth";
import { toolbox } from "../../toolbox";
import { type Account, newAccount } from "../support/account";
import { scratchFolder } from "../support/folder";
import { Terraform } from "../support/terraform";

const spec = `
version: 1
name: shop
region: us-east-1
environments: { dev: {}, prod: {} }
defaults:
  lambda: { code: code, handler: index.handler, runtime: nodejs22.x }
  dynamodb: { protection: { deletion_protection_enabled: false } }
services:
  orders:
    function:
      module: lambda
      uses: { billing.function: invoke, orders.table: read, audit.function: invoke }
      environment_variables: { API: "\${orders.api.api_url}" }
    table:
      module: dynamodb
      hash_key: id
      attributes: { id: S }
      tags: { Writer: "\${orders.function.lambda_role_name}" }
    api:
      module: api-gateway
      routes: { "GET /orders": { function: orders.function } }
  billing:
    function:
      module: lambda
      uses: { orders.function: { access: invoke, env: { TELL: lambda_function_arn } } }
  audit:
    function:
      module: lambda
      only: [prod]
      environment_variables: { WATCHED: "\${orders.function.lambda_function_name}" }
`;

let account: Account;
let out: string;
const root = (environment: string) => new Terraform(path.join(out, "environments", environment), account.env);

beforeAll(async () => {
  account = newAccount();
  const folder = await scratchFolder({
    "groundplan.yaml": spec,
    "code/index.mjs": "export const handler = () => {};\n",
  });
  out = path.join(folder, "infrastructure");
  await synth({ spec: path.join(folder, "groundplan.yaml"), out, sources: new Sources() }, toolbox);
  for (const environment of ["dev", "prod"]) {
    await root(environment).init();
    await root(environment).apply();
    made[environment] = await root(environment).resources();
  }
});
const made: Record<string, Readonly<Record<string, Attributes>>> = {};

type Attributes = Readonly<Record<string, unknown>>;

/** What an environment made for a component, by type. */
function madeFor(environment: string, label: string, type: string): Attributes {
  const isMeant = new RegExp(`\\.${label}(\\[0\\])?\\.${type}\\.`);
  return Object.entries(made[environment] ?? {}).find(([address]) => isMeant.test(address))?.[1] ?? {};
}

const variables = (environment: string, label: string) => {
  const { environment: blocks } = madeFor(environment, label, "aws_lambda_function");
  return (blocks as { variables: Record<string, string> }[])[0]?.variables ?? {};
};

const invocable = (environment: string, label: string): unknown[] => {
  const { policy } = madeFor(environment, label, "aws_iam_role_policy");
  const { Statement } = JSON.parse(String(policy));
  return Statement.filter(({ Action }: Attributes) => String(Action).startsWith("lambda:")).flatMap(
    ({ Resource }: Attributes) => Resource,
  );
};

const arn = (name: string) => `arn:aws:lambda:us-east-1:${account.id}:function:${name}`;
const both = (name: string) => [arn(name), `${arn(name)}:*`];

test("functions that call one another know one another, by the names that they have", () => {
  expect(variables("prod", "billing_function")).toEqual({ TELL: arn("shop-prod-orders-function") });
  expect(invocable("prod", "billing_function")).toEqual(both("shop-prod-orders-function"));
  expect(variables("prod", "orders_function")).toMatchObject({
    BILLING_FUNCTION_NAME: "shop-prod-billing-function",
    BILLING_FUNCTION_ARN: arn("shop-prod-billing-function"),
    AUDIT_FUNCTION_NAME: "shop-prod-audit-function",
    AUDIT_FUNCTION_ARN: arn("shop-prod-audit-function"),
  });
  expect(invocable("prod", "orders_function")).toEqual([
    ...both("shop-prod-audit-function"),
    ...both("shop-prod-billing-function"),
  ]);
  const { arn: own } = madeFor("prod", "orders_function", "aws_lambda_function");
  expect(own).toBe(arn("shop-prod-orders-function"));
});

test("of one that is absent, nobody knows", () => {
  expect(Object.keys(variables("dev", "orders_function"))).not.toContain("AUDIT_FUNCTION_ARN");
  expect(invocable("dev", "orders_function")).toEqual(both("shop-dev-billing-function"));
  expect(variables("prod", "audit_function")).toEqual({ WATCHED: "shop-prod-orders-function" });
});

test("a function knows the URL of the API that calls it, and a table the role of its reader", () => {
  const { API } = variables("dev", "orders_function");
  expect(API).toMatch(/^https:\/\/\w+\.execute-api\.us-east-1\.amazonaws\.com$/);
  const { tags } = madeFor("dev", "orders_table", "aws_dynamodb_table");
  expect(tags).toMatchObject({ Writer: "shop-dev-orders-function" });
});

test.each(["dev", "prod"])("in %s a second plan changes nothing, and everything goes again", async (environment) => {
  expect(await root(environment).drift()).toBe("");
  await root(environment).destroy();
  expect(await root(environment).stateList()).toEqual([]);
});
