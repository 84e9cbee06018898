import { readFileSync } from "node:fs";
import path from "node:path";
import { unzipSync } from "fflate";
import { Sources } from "../../lib/diagnostic";
import { synth } from "../../lib/synth";
import { toolbox } from "../../toolbox";
import { type Account, awsRequest, newAccount } from "../support/account";
import { scratchFolder, writeFiles } from "../support/folder";
import { Terraform } from "../support/terraform";

const spec = (version: number) => `
version: 1
name: shop
region: us-east-1
environments: { dev: {}, prod: {} }
defaults: { secret: { recovery_window_in_days: 0 } }
services:
  payments:
    key: { module: secret, value: at_deploy, value_version: ${version} }
    partner: { module: secret, environments: { prod: { value: at_deploy, value_version: 1 } } }
    function:
      module: lambda
      code: code
      handler: index.handler
      runtime: nodejs22.x
      uses: { payments.key: read }
`;

const [first, second] = ["first-of-all-secrets", "second-of-all-secrets"];
let account: Account;
let folder: string;
let out: string;

const root = (variables: Readonly<Record<string, string>> = {}) =>
  new Terraform(path.join(out, "environments", "dev"), { ...account.env, ...variables });
const given = (value: string) => root({ TF_VAR_payments_key_value: value });

async function render(version: number): Promise<void> {
  await writeFiles(folder, { "groundplan.yaml": spec(version) });
  await synth({ spec: path.join(folder, "groundplan.yaml"), out, sources: new Sources() }, toolbox);
}

beforeAll(async () => {
  account = newAccount();
  folder = await scratchFolder({ "code/index.mjs": "export const handler = () => {};\n" });
  out = path.join(folder, "infrastructure");
  await render(1);
  await root().init();
});

/** What the emulator has of a secret. */
async function secretValue(name: string): Promise<string> {
  const headers = { "x-amz-target": "secretsmanager.GetSecretValue", "content-type": "application/x-amz-json-1.1" };
  const body = JSON.stringify({ SecretId: name });
  const response = await awsRequest(account, "secretsmanager", "/", { method: "POST", headers, body });
  return ((await response.json()) as { SecretString: string }).SecretString;
}

const textOf = (file: string) => readFileSync(path.join(out, "environments", "dev", file), "utf8");

/** Everything in a saved plan, uncompressed. */
function textOfPlan(file: string): string {
  const entries = Object.values(unzipSync(readFileSync(path.join(out, "environments", "dev", file))));
  return entries.map((entry) => Buffer.from(entry).toString("utf8")).join("\n");
}

test("the value is given to the run that makes it, and is in no output, plan or state", async () => {
  const planned = await given(first).plan("-out=first.tfplan");
  const shown = await given(first).run("show", "-json", "first.tfplan");
  const { stdout } = await given(first).run("apply", "-input=false", "first.tfplan");
  expect(await secretValue("shop-dev-payments-key")).toBe(first);
  const state = textOf("terraform.tfstate");
  expect(state).toContain("shop-dev-payments-key");
  for (const text of [planned, shown.stdout, textOfPlan("first.tfplan"), stdout, state])
    expect(text).not.toContain(first);
});

test("a plan that changes no value needs none, and changes nothing", async () => {
  expect(await root().drift()).toBe("");
  expect(await given("something else").drift()).toBe("");
  expect(await secretValue("shop-dev-payments-key")).toBe(first);
});

test("another version takes another value, and nothing of either is kept", async () => {
  await render(2);
  await given(second).apply();
  expect(await secretValue("shop-dev-payments-key")).toBe(second);
  const kept = textOf("terraform.tfstate") + textOf("terraform.tfstate.backup");
  for (const value of [first, second]) expect(kept).not.toContain(value);
  expect(await root().drift()).toBe("");
});

test("where others write the value, the secret alone is made", async () => {
  const made = await root().stateList();
  expect(made.filter((address) => address.includes("payments_partner"))).toEqual([
    "module.system.module.payments_partner.aws_secretsmanager_secret.this",
  ]);
});

test("who reads it is told its ARN and may read that one secret", async () => {
  const found = await root().resources();
  const of = (type: string) => found[`module.system.module.payments_function.${type}`] ?? {};
  const { arn } = found["module.system.module.payments_key.aws_secretsmanager_secret.this"] ?? {};
  const [{ variables }] = of("aws_lambda_function.function").environment as [{ variables: object }];
  expect(variables).toEqual({ PAYMENTS_KEY_NAME: "shop-dev-payments-key", PAYMENTS_KEY_ARN: arn });
  const { Statement } = JSON.parse(String(of("aws_iam_role_policy.policy").policy));
  expect(Statement).toContainEqual({
    Effect: "Allow",
    Action: ["secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"],
    Resource: [arn],
  });
});

test("a version without a value is refused, with what to do", async () => {
  await render(3);
  const refused: Error = await root()
    .apply()
    .then(() => new Error("nothing was refused"))
    .catch((error) => error);
  expect(refused.message.replaceAll(/\s+/g, " ")).toMatch(/You must provide either SecretString or SecretBinary/);
});

test("everything goes again", async () => {
  await root().destroy();
  expect(await root().stateList()).toEqual([]);
});
