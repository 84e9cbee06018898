import { readdirSync } from "node:fs";
import path from "node:path";
import { Sources } from "../../lib/diagnostic";
import { synth } from "../../lib/synth";
import { toolbox } from "../../toolbox";
import { type Account, awsRequest, newAccount } from "../support/account";
import { scratchFolder } from "../support/folder";
import { awsVersions } from "../support/providers";
import { Terraform } from "../support/terraform";

const spec = (layout: string, bucket: string) => `version: 1
name: shop
region: us-east-1
layout: ${layout}
environments: { dev: {}, prod: { protected: false } }
services:
  orders:
    table:
      module: dynamodb
      hash_key: id
      attributes: { id: S }
      import: { dev: legacy-orders }
      environments: { dev: { name: legacy-orders } }
    states:
      module: state-backend
      only: [dev]
      name: ${bucket}
      access_logs: { enabled: false }
      import: { dev: ${bucket} }
    copies:
      module: dynamodb
      region: us-west-2
      name: legacy-copies
      hash_key: id
      attributes: { id: S }
      import: { dev: { table: legacy-copies } }
    function:
      module: lambda
      code: code
      handler: index.handler
      runtime: nodejs22.x
      import:
        dev:
          function: "\${name}-\${environment}-orders-function"
          log_group: /aws/lambda/shop-dev-orders-function
`;

const trust = {
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "lambda.amazonaws.com" } }],
};

/** What somebody made by hand, as another root that is forgotten afterwards. */
async function makeByHand(account: Account, bucket: string, filename: string): Promise<void> {
  const table = (name: string) => ({
    name,
    hash_key: "id",
    billing_mode: "PAY_PER_REQUEST",
    attribute: [{ name: "id", type: "S" }],
    // The emulator does not encrypt a table that is there.
    server_side_encryption: [{ enabled: true }],
  });
  const resource = {
    aws_dynamodb_table: {
      this: table("legacy-orders"),
      copies: { ...table("legacy-copies"), provider: "aws.west" },
    },
    aws_iam_role: { this: { name: "made-by-hand", assume_role_policy: JSON.stringify(trust) } },
    aws_lambda_function: {
      this: {
        function_name: "shop-dev-orders-function",
        role: "${aws_iam_role.this.arn}",
        handler: "other.handler",
        runtime: "nodejs20.x",
        filename,
        // Nor does it change the architecture of a function.
        architectures: ["arm64"],
      },
    },
    aws_s3_bucket: { this: { bucket } },
    aws_cloudwatch_log_group: { this: { name: "/aws/lambda/shop-dev-orders-function" } },
  };
  const root = new Terraform(
    await scratchFolder({
      "main.tf.json": { ...awsVersions, provider: { aws: [{}, { alias: "west", region: "us-west-2" }] }, resource },
    }),
    account.env,
  );
  await root.init();
  await root.apply();
}

const tables = (account: Account, target: string, body: object) =>
  awsRequest(account, "dynamodb", "/", {
    method: "POST",
    headers: { "x-amz-target": `DynamoDB_20120810.${target}`, "content-type": "application/x-amz-json-1.0" },
    body: JSON.stringify({ TableName: "legacy-orders", ...body }),
  });

describe.each(["directories", "workspaces"])("with the layout %s", (layout) => {
  test("what was made by hand becomes that of a spec, with what is in it", async () => {
    const account = newAccount();
    const bucket = `states-${account.id}`;
    const folder = await scratchFolder({
      "groundplan.yaml": spec(layout, bucket),
      "code/index.mjs": "export const handler = () => {};\n",
    });
    const out = path.join(folder, "infrastructure");
    await synth({ spec: path.join(folder, "groundplan.yaml"), out, sources: new Sources() }, toolbox);
    const [code = ""] = readdirSync(path.join(out, ".artifacts"));
    await makeByHand(account, bucket, path.join(out, ".artifacts", code));
    await tables(account, "PutItem", { Item: { id: { S: "first" } } });
    const isOne = layout === "workspaces";
    const root = new Terraform(path.join(out, isOne ? "." : "environments/dev"), account.env);
    const values = isOne ? ["-var-file=environments/dev.tfvars.json"] : [];
    await root.init();
    if (isOne) await root.run("workspace new", "dev");

    const plan = await root.plan(...values);
    expect(plan).toMatch(/Plan: 5 to import, \d+ to add, \d+ to change, 0 to destroy\./);
    const changes = await root.planChanges(...values);
    expect(changes.filter(({ actions }) => actions.includes("delete"))).toEqual([]);
    const made = changes.filter(({ actions }) => actions.includes("create")).map(({ type }) => type);
    expect(made).not.toContain("aws_dynamodb_table");
    expect(made).not.toContain("aws_s3_bucket");
    expect(made).not.toContain("aws_lambda_function");
    expect(made).not.toContain("aws_cloudwatch_log_group");

    await root.apply(...values);
    expect(await root.drift(...values)).toBe("");
    const items = await (await tables(account, "Scan", {})).json();
    expect(items).toMatchObject({ Items: [{ id: { S: "first" } }] });

    if (isOne) await root.run("workspace new", "prod");
    const prod = isOne ? root : new Terraform(path.join(out, "environments/prod"), account.env);
    if (!isOne) await prod.init();
    const other = await prod.plan(...(isOne ? ["-var-file=environments/prod.tfvars.json"] : []));
    expect(other).not.toContain("to import");
    expect(other).toContain('"shop-prod-orders-table"');
  });
});
