import path from "node:path";
import { Sources } from "../../../lib/diagnostic";
import { synth } from "../../../lib/synth";
import { toolbox } from "../../../toolbox";
import { type Account, newAccount } from "../../support/account";
import { scratchFolder, writeFiles } from "../../support/folder";
import { awsVersions } from "../../support/providers";
import { Terraform } from "../../support/terraform";

const spec = (preview: string) => `
version: 1
name: shop
region: us-east-1
environments: { dev: {}, preview: {} }
services:
  shared:
    bus: { module: event-bus, existing: { name: company-events } }
    reports:
      module: s3
      existing: { ssm_parameter: "/company/\${environment}/reports" }
    stock: { module: dynamodb, existing: { tags: { Name: stock } } }
  orders:
    table:
      module: dynamodb
      hash_key: id
      attributes: { id: S }
      ${preview}
    function:
      module: lambda
      code: code
      handler: index.handler
      runtime: nodejs22.x
      uses:
        shared.bus: publish
        shared.reports: { access: read, prefix: daily/ }
        shared.stock: read
        orders.table: write
    alarms:
      module: monitoring
      watch: [shared.stock, orders.table]
`;
const shared = "environments: { preview: { existing: { name: shop-dev-orders-table } } }";

let account: Account;
let out: string;
let folder: string;

async function render(text: string): Promise<void> {
  await writeFiles(folder, { "groundplan.yaml": text });
  await synth({ spec: path.join(folder, "groundplan.yaml"), out, sources: new Sources() }, toolbox);
}
const root = (environment: string) => new Terraform(path.join(out, "environments", environment), account.env);

beforeAll(async () => {
  account = newAccount();
  folder = await scratchFolder({ "code/index.mjs": "export const handler = () => {};\n" });
  out = path.join(folder, "infrastructure");
  const parameter = (environment: string) => ({
    name: `/company/${environment}/reports`,
    type: "String",
    value: "${aws_s3_bucket.reports.bucket}",
  });
  const resource = {
    aws_cloudwatch_event_bus: { events: { name: "company-events" } },
    aws_s3_bucket: { reports: { bucket: `reports-${account.id}` } },
    aws_ssm_parameter: { dev: parameter("dev"), preview: parameter("preview") },
    aws_kms_key: { own: {} },
    aws_dynamodb_table: {
      stock: {
        name: "stock",
        hash_key: "id",
        billing_mode: "PAY_PER_REQUEST",
        attribute: [{ name: "id", type: "S" }],
        server_side_encryption: [{ enabled: true, kms_key_arn: "${aws_kms_key.own.arn}" }],
        tags: { Name: "stock" },
      },
    },
  };
  const output = { key: { value: "${aws_kms_key.own.arn}" } };
  const neighbours = new Terraform(
    await scratchFolder({ "main.tf.json": { ...awsVersions, resource, output } }),
    account.env,
  );
  await neighbours.init();
  await neighbours.apply();
  key = String((await neighbours.output()).key);
  await render(spec(""));
  await root("dev").init();
  await root("dev").apply();
  await render(spec(shared));
  await root("dev").init();
  await root("preview").init();
  await root("preview").apply();
});
let key: string;

test("a component that becomes existing elsewhere is left as it is where it was made", async () => {
  expect(await root("dev").planChanges()).toEqual([]);
});

test("a second plan changes nothing where it is there already", async () => {
  expect(await root("preview").drift()).toBe("");
});

test("nothing is made of what is there already", async () => {
  const made = (await root("preview").stateList()).filter((address) => /\.module\.(shared|orders_table)/.test(address));
  expect(made.filter((address) => !address.includes(".data."))).toEqual([]);
});

test("a function may do what it uses, on what is there already, and knows its names", async () => {
  const found = await root("preview").resources();
  const of = (type: string) =>
    Object.entries(found).find(([address]) => address.includes(`orders_function.${type}`))?.[1] ?? {};
  const { Statement } = JSON.parse(String(of("aws_iam_role_policy").policy));
  const table = (name: string) => `arn:aws:dynamodb:us-east-1:${account.id}:table/${name}`;
  const used = Statement.filter(({ Action }: { Action: string[] }) => !/^logs:|^xray:/.test([Action].flat()[0] ?? ""));
  const allowed = used.map(({ Effect: _, ...one }: { Effect: string }) => one);
  expect(allowed).toHaveLength(7);
  expect(allowed).toEqual(
    expect.arrayContaining([
      { Action: ["events:PutEvents"], Resource: [`arn:aws:events:us-east-1:${account.id}:event-bus/company-events`] },
      { Action: ["s3:GetObject"], Resource: [`arn:aws:s3:::reports-${account.id}/daily/*`] },
      {
        Action: ["s3:ListBucket"],
        Resource: [`arn:aws:s3:::reports-${account.id}`],
        Condition: { StringLike: { "s3:prefix": ["daily/*"] } },
      },
      expect.objectContaining({ Resource: [table("stock"), `${table("stock")}/index/*`] }),
      { Action: ["kms:Decrypt"], Resource: [key] },
      // The key of AWS that encrypts the table of dev: its own policy alone decides, so that this allows nothing more.
      expect.objectContaining({ Action: expect.arrayContaining(["kms:Encrypt"]) }),
      expect.objectContaining({
        Action: expect.arrayContaining(["dynamodb:PutItem"]),
        Resource: [table("shop-dev-orders-table"), `${table("shop-dev-orders-table")}/index/*`],
      }),
    ]),
  );
  expect(of("aws_lambda_function").environment).toEqual([
    {
      variables: {
        SHARED_BUS_NAME: "company-events",
        SHARED_BUS_ARN: `arn:aws:events:us-east-1:${account.id}:event-bus/company-events`,
        SHARED_REPORTS_NAME: `reports-${account.id}`,
        SHARED_STOCK_NAME: "stock",
        SHARED_STOCK_ARN: table("stock"),
        ORDERS_TABLE_NAME: "shop-dev-orders-table",
        ORDERS_TABLE_ARN: table("shop-dev-orders-table"),
      },
    },
  ]);
});

test("alarms watch what is there already", async () => {
  const names = Object.entries(await root("preview").resources())
    .filter(([address]) => address.includes("aws_cloudwatch_metric_alarm"))
    .map(([, { alarm_name }]) => alarm_name);
  expect(names.filter((name) => /(shared.stock|orders.table).throttles/.test(String(name)))).toHaveLength(2);
});
