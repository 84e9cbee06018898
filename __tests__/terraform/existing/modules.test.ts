import { join } from "node:path";
import { TerraformStack } from "cdktf";
import { packageFolder } from "../../../lib/package";
import { ExistingDynamodbTable } from "../../../modules/dynamodb-existing/construct";
import { ExistingEcsCluster } from "../../../modules/ecs-cluster-existing/construct";
import { ExistingEventBus } from "../../../modules/event-bus-existing/construct";
import { ExistingKmsKey } from "../../../modules/kms-existing/construct";
import { ExistingLambda } from "../../../modules/lambda-existing/construct";
import { ExistingS3Bucket } from "../../../modules/s3-existing/construct";
import { ExistingSecret } from "../../../modules/secret-existing/construct";
import { ExistingSecurityGroup } from "../../../modules/security-group-existing/construct";
import { ExistingSnsTopic } from "../../../modules/sns-existing/construct";
import { ExistingSqsQueue } from "../../../modules/sqs-existing/construct";
import { ExistingVpc } from "../../../modules/vpc-existing/construct";
import { type Account, newAccount } from "../../support/account";
import { scratchFolder, writeFiles } from "../../support/folder";
import { renderedModules } from "../../support/modules";
import { awsVersions } from "../../support/providers";
import { Terraform } from "../../support/terraform";
import { neighbours } from "./neighbours";

/** Ways to find what the neighbours have made, by module; each must find the same. */
const ways = (account: string): Readonly<Record<string, readonly object[]>> => ({
  dynamodb: [{ name: "company-orders" }, { tags: { Name: "orders" } }, { ssm_parameter: "/company/table" }],
  "event-bus": [
    { name: "company-events" },
    { ssm_parameter: "/company/bus" },
    { arn: `arn:aws:events:us-east-1:${account}:event-bus/company-events` },
  ],
  sns: [
    { name: "company-alerts" },
    { tags: { Name: "alerts" } },
    { ssm_parameter: "/company/topic" },
    { arn: `arn:aws:sns:us-east-1:${account}:company-alerts` },
  ],
  sqs: [{ name: "company-jobs" }, { tags: { Name: "jobs" } }, { ssm_parameter: "/company/queue" }],
  s3: [{ name: `company-reports-${account}` }, { tags: { Name: "reports" } }, { ssm_parameter: "/company/bucket" }],
  kms: [{ alias: "alias/company" }, { tags: { Name: "own" } }, { ssm_parameter: "/company/key" }],
  "ecs-cluster": [{ name: "company" }, { tags: { Name: "company" } }, { ssm_parameter: "/company/cluster" }],
  lambda: [{ name: "company-pricing" }, { tags: { Name: "pricing" } }, { ssm_parameter: "/company/function" }],
  secret: [{ name: "company/payment" }, { tags: { Name: "payment" } }, { ssm_parameter: "/company/secret" }],
  "security-group": [{ tags: { Name: "cache" } }, { ssm_parameter: "/company/group" }].map((way) => ({
    ...way,
    ports: { redis: { port: 6379 } },
  })),
  vpc: [{ tags: { Name: "main" } }, { ssm_parameter: "/company/vpc" }].map((way) => ({
    ...way,
    private_subnets: { tags: { Tier: "private" } },
    public_subnets: { tags: { Tier: "public" } },
  })),
});

const constructs: Readonly<
  Record<string, new (scope: TerraformStack, id: string, given: never) => { outputs: object }>
> = {
  dynamodb: ExistingDynamodbTable,
  "event-bus": ExistingEventBus,
  sns: ExistingSnsTopic,
  sqs: ExistingSqsQueue,
  s3: ExistingS3Bucket,
  kms: ExistingKmsKey,
  "ecs-cluster": ExistingEcsCluster,
  lambda: ExistingLambda,
  secret: ExistingSecret,
  "security-group": ExistingSecurityGroup,
  vpc: ExistingVpc,
};

const label = (module: string, i: number) => `${module.replaceAll("-", "_")}_${i}`;
const all = (account: string) =>
  Object.entries(ways(account)).flatMap(([module, calls]) =>
    calls.map((call, i) => ({ module, call, name: label(module, i) })),
  );

let account: Account;
let made: Readonly<Record<string, Record<string, unknown>>>;
let root: Terraform;
let found: Readonly<Record<string, Record<string, unknown>>>;

beforeAll(async () => {
  account = newAccount();
  const folder = await scratchFolder({ "code/index.mjs": "export const handler = 1;\n" });
  const zip = await packageFolder({ folder: join(folder, "code"), name: "code", into: folder });
  const resource = JSON.parse(JSON.stringify(neighbours(account.id)).replace("${path.module}/code.zip", zip.file));
  await writeFiles(folder, { "main.tf.json": { ...awsVersions, resource } });
  const own = new Terraform(folder, account.env);
  await own.init();
  await own.apply();
  made = await own.resources();

  const module = Object.fromEntries(
    all(account.id).map(({ module, call, name }) => [name, { source: `./modules/${module}-existing`, ...call }]),
  );
  const output = Object.fromEntries(
    Object.keys(module).map((name) => [name, { value: `\${module.${name}}`, sensitive: true }]),
  );
  const files = { ...(await renderedModules()), "main.tf.json": { ...awsVersions, module, output } };
  root = new Terraform(await scratchFolder(files), account.env);
  await root.init();
  await root.apply();
  found = (await root.output()) as typeof found;
});

test("a second plan changes nothing, and nothing is made", async () => {
  expect(await root.drift()).toBe("");
  expect((await root.stateList()).filter((address) => !address.includes(".data."))).toEqual([]);
});

test("each way finds what is there", () => {
  const one = (address: string) => made[address] as Record<string, unknown>;
  const subnets = (tier: string) =>
    Object.entries(made)
      .filter(([address]) => address.startsWith(`aws_subnet.${tier}`))
      .map(([, { id }]) => id)
      .sort();
  const [table, bus, topic] = [
    one("aws_dynamodb_table.orders"),
    one("aws_cloudwatch_event_bus.events"),
    one("aws_sns_topic.alerts"),
  ];
  const [queue, bucket, key] = [one("aws_sqs_queue.jobs"), one("aws_s3_bucket.reports"), one("aws_kms_key.own")];
  const [cluster, vpc, lambda] = [
    one("aws_ecs_cluster.company"),
    one("aws_vpc.main"),
    one("aws_lambda_function.pricing"),
  ];
  const group = one("aws_security_group.cache");
  const expected: Readonly<Record<string, object>> = {
    dynamodb: {
      dynamodb_table_name: "company-orders",
      dynamodb_table_arn: table.arn,
      dynamodb_table_stream_arn: table.stream_arn,
      dynamodb_table_stream_label: table.stream_label,
      dynamodb_table_kms_key_arn: key.arn,
    },
    "event-bus": { eventbridge_bus_name: "company-events", eventbridge_bus_arn: bus.arn },
    sns: { topic_name: "company-alerts", topic_arn: topic.arn, topic_kms_key_arn: null },
    sqs: { queue_name: "company-jobs", queue_arn: queue.arn, queue_url: queue.url, queue_kms_key_arn: null },
    s3: {
      s3_bucket_id: bucket.bucket,
      s3_bucket_arn: bucket.arn,
      s3_bucket_region: "us-east-1",
      s3_bucket_bucket_regional_domain_name: bucket.bucket_regional_domain_name,
      s3_bucket_kms_key_arn: null,
    },
    kms: { key_id: key.key_id, key_arn: key.arn },
    "ecs-cluster": { cluster_name: "company", cluster_arn: cluster.arn },
    lambda: {
      lambda_function_name: "company-pricing",
      lambda_function_arn: lambda.arn,
      lambda_function_name_static: "company-pricing",
      lambda_function_arn_static: lambda.arn,
      lambda_function_invoke_arn: lambda.invoke_arn,
      lambda_function_url: null,
      lambda_security_group_id: null,
      lambda_role_name: "company-pricing",
      lambda_role_arn: lambda.role,
      lambda_cloudwatch_log_group_name: "/aws/lambda/company-pricing",
      lambda_cloudwatch_log_group_arn: `arn:aws:logs:us-east-1:${account.id}:log-group:/aws/lambda/company-pricing`,
    },
    secret: {
      secret_name: "company/payment",
      secret_arn: one("aws_secretsmanager_secret.payment").arn,
      secret_kms_key_arn: key.arn,
    },
    "security-group": {
      security_group_id: group.id,
      security_group_arn: group.arn,
      security_group_name: "company-cache",
      security_group_vpc_id: vpc.id,
      security_group_ports: { redis: { protocol: "tcp", port: 6379, to_port: null } },
    },
    vpc: {
      vpc_id: vpc.id,
      vpc_arn: vpc.arn,
      vpc_cidr_block: "10.0.0.0/16",
      private_subnet_ids: subnets("private"),
      public_subnet_ids: subnets("public"),
    },
  };
  for (const { module, name } of all(account.id))
    expect({ [name]: found[name] }).toMatchObject({ [name]: expected[module] });
});

test("a construct finds the same as its module", async () => {
  const stack = new TerraformStack(undefined as never, "direct");
  for (const { module, call, name } of all(account.id)) {
    const Existing = constructs[module] as (typeof constructs)[string];
    const { outputs } = new Existing(stack, name, call as never);
    stack.addOverride(`output.${name}`, { value: JSON.parse(JSON.stringify(outputs)), sensitive: true });
  }
  const main = { ...(stack.toTerraform() as object), ...awsVersions };
  const direct = new Terraform(await scratchFolder({ "main.tf.json": main }), account.env);
  await direct.init();
  await direct.apply();
  expect(await direct.output()).toEqual(found);
});

test("what nobody has, several have, or is elsewhere is an error that says so", async () => {
  const call = (module: string, inputs: object) => ({ source: `./modules/${module}-existing`, ...inputs });
  const module = {
    nowhere: call("dynamodb", { tags: { Name: "nobody" } }),
    elsewhere: call("sqs", { ssm_parameter: "/elsewhere" }),
    secret: call("sns", { ssm_parameter: "/secret" }),
    subnets: call("vpc", { tags: { Name: "main" }, private_subnets: { tags: { Tier: "none" } } }),
  };
  const parameter = (name: string, type: string, value: string) => ({ name, type, value });
  const before = new Terraform(
    await scratchFolder({
      "main.tf.json": {
        ...awsVersions,
        resource: {
          aws_ssm_parameter: {
            elsewhere: parameter("/elsewhere", "String", "arn:aws:sqs:us-east-1:111111111111:company-jobs"),
            secret: parameter("/secret", "SecureString", "company-alerts"),
          },
        },
      },
    }),
    account.env,
  );
  await before.init();
  await before.apply();
  const files = { ...(await renderedModules()), "main.tf.json": { ...awsVersions, module } };
  const wrong = new Terraform(await scratchFolder(files), account.env);
  await wrong.init();
  const refused: Error = await wrong.plan().catch((error) => error);
  const said = refused.message.replaceAll(/[\s│]+/g, " ");
  expect(said).toContain("0 resources of type dynamodb:table have these tags, where one is looked for.");
  expect(said).toContain(
    `What arn:aws:sqs:us-east-1:111111111111:company-jobs names is in another account or region: here is arn:aws:sqs:us-east-1:${account.id}:company-jobs.`,
  );
  expect(said).toContain("The SSM parameter /secret is no plain text: what names something is of type String.");
  expect(said).toContain("No subnets of the VPC have the tags of its private ones.");
});
