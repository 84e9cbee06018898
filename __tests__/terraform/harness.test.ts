import { readFile } from "node:fs/promises";
import { createBucket, newAccount } from "../support/account";
import { emulatorLog } from "../support/emulator";
import { scratchFolder, writeFiles } from "../support/folder";
import { awsVersions } from "../support/providers";
import { Terraform } from "../support/terraform";
import { functionRoot, tableRoot } from "./harness-roots";

test("a table and its autoscaling apply, plan nothing more, change and go", async () => {
  const account = newAccount();
  const root = await terraform({ "main.tf.json": tableRoot({ team: "shop" }) }, account.env);
  await root.apply();
  expect(await root.drift()).toBe("");
  expect(await root.output()).toEqual({ arn: `arn:aws:dynamodb:eu-west-1:${account.id}:table/orders` });

  await writeFiles(root.folder, { "main.tf.json": tableRoot({ team: "billing" }) });
  expect(await root.planChanges()).toMatchObject([
    { address: "aws_dynamodb_table.orders", actions: ["update"], after: { tags: { team: "billing" } } },
  ]);
  expect(await root.drift()).toContain('"billing"');

  await root.destroy();
  expect(await root.stateList()).toEqual([]);
});

test("a function with its role, log group, stream and URL applies, plans nothing more and goes", async () => {
  const root = await terraform({ "main.tf.json": functionRoot, "code.zip": "the emulator only stores it" });
  await root.apply();
  expect(await root.drift()).toBe("");
  expect(await root.resource("aws_lambda_function.orders")).toMatchObject({
    dead_letter_config: [{ target_arn: expect.stringContaining(":failed") }],
    logging_config: [{ log_format: "JSON", log_group: "/aws/lambda/orders" }],
  });
  await root.destroy();
  expect(await root.stateList()).toEqual([]);
});

test("while one apply holds the lock of a state in S3, another is refused", async () => {
  const account = newAccount();
  const bucket = `state-${account.id}`;
  await createBucket(account, bucket);
  const backend = { s3: { bucket, key: "dev.tfstate", region: "us-east-1", encrypt: true, use_lockfile: true } };
  const files = { "main.tf.json": { terraform: { backend }, resource: { terraform_data: { one: {} } } } };
  const [first, second] = [await terraform(files, account.env), await terraform(files, account.env)];

  const release = await first.holdLock();
  await expect(second.apply()).rejects.toThrow("Error acquiring the state lock");
  await release();
  await second.apply();
  expect(await first.stateList()).toEqual(["terraform_data.one"]);
});

test("every fix of the emulator fits the moto that runs", async () => {
  expect(await readFile(emulatorLog, "utf8")).not.toContain("left out");
});

test("two accounts hold tables of the same name", async () => {
  const files = { "main.tf.json": tableRoot({}) };
  const roots = [await terraform(files), await terraform(files)];
  await expect(Promise.all(roots.map((root) => root.apply()))).resolves.toHaveLength(2);
});

test("what fails says what Terraform says", async () => {
  const root = new Terraform(await scratchFolder({ "main.tf.json": { output: { x: { value: "${local.absent}" } } } }));
  await expect(root.validate()).rejects.toThrow("Reference to undeclared local value");
});

test("a test file of Terraform's own runs", async () => {
  const root = await terraform({
    "main.tf.json": { output: { answer: { value: 42 } } },
    "answer.tftest.json": {
      run: { answer: { assert: [{ condition: "${output.answer == 42}", error_message: "not 42" }] } },
    },
  });
  expect(await root.test()).toContain("1 passed, 0 failed");
});

/** An initialised root with these files and the pinned provider. */
async function terraform(files: Record<string, string | object>, env = newAccount().env): Promise<Terraform> {
  const root = new Terraform(await scratchFolder({ "versions.tf.json": awsVersions, ...files }), env);
  await root.init();
  return root;
}
