import { TerraformStack } from "cdktf";
import fc from "fast-check";
import { aws } from "../../clouds/aws";
import { rootVersions } from "../../lib/render/environment";
import { renderModule } from "../../lib/render/module";
import type { Input } from "../../lib/schema";
import { check } from "../../lib/schema";
import { registry } from "../../modules";
import { apiGateway } from "../../modules/api-gateway";
import { HttpApi } from "../../modules/api-gateway/construct";
import { DynamodbTable } from "../../modules/dynamodb/construct";
import { inputs as tableInputs } from "../../modules/dynamodb/inputs";
import { Lambda } from "../../modules/lambda/construct";
import { inputs as functionInputs } from "../../modules/lambda/inputs";
import { LambdaExternalCode } from "../../modules/lambda-external-code/construct";
import type { inputs as deployedInputs } from "../../modules/lambda-external-code/inputs";
import { monitoring } from "../../modules/monitoring";
import { Monitoring } from "../../modules/monitoring/construct";
import { secret } from "../../modules/secret";
import { Secret } from "../../modules/secret/construct";
import { securityGroup } from "../../modules/security-group";
import { SecurityGroup } from "../../modules/security-group/construct";
import { newAccount } from "../support/account";
import { scratchFolder } from "../support/folder";
import { Terraform } from "../support/terraform";

type Deployed = Input<typeof deployedInputs>;

const some = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const word = fc.stringMatching(/^[a-z]{3,8}$/);
const hostile = fc.constantFrom("plain", 'quote " and \\ and \n', "%", "$", "é ☃", "{}", "a.b");
const tags = fc.dictionary(fc.constantFrom("a", "a.b", "Team/x"), hostile, { maxKeys: 3 });
const arn = (service: string) => word.map((name) => `arn:aws:${service}:us-east-1:123456789012:${name}`);
const kmsKey = fc.uuid().map((id) => `arn:aws:kms:us-east-1:123456789012:key/${id}`);
const capacity = fc.record(
  {
    min: fc.integer({ min: 1, max: 9 }),
    max: fc.integer({ min: 10, max: 40 }),
    target: some(fc.integer({ min: 20, max: 90 })),
  },
  { requiredKeys: ["min", "max"] },
);

const table = fc
  .record({
    isProvisioned: fc.boolean(),
    capacity,
    range: fc.boolean(),
    index: fc.boolean(),
    local: fc.boolean(),
    stream: some(fc.constantFrom("KEYS_ONLY", "NEW_IMAGE")),
    ttl: some(fc.record({ attribute_name: word, enabled: fc.boolean() })),
    protection: some(
      fc.record(
        {
          deletion_protection_enabled: fc.boolean(),
          kms_key_arn: some(kmsKey),
          point_in_time_recovery: some(fc.record({ enabled: fc.boolean() })),
        },
        { requiredKeys: [] },
      ),
    ),
    limit: some(fc.integer({ min: 1, max: 100 })),
    tags,
  })
  .map((one) => ({
    hash_key: "id",
    ...(one.range || one.local ? { range_key: "at" } : {}),
    attributes: {
      id: "S",
      ...(one.range || one.local ? { at: "N" } : {}),
      ...(one.index ? { who: "B" } : {}),
      ...(one.local ? { why: "S" } : {}),
    },
    ...(one.isProvisioned
      ? { billing_mode: "PROVISIONED", read_capacity: one.capacity, write_capacity: one.capacity }
      : one.limit
        ? { read_capacity: { max: one.limit } }
        : {}),
    ...(one.index
      ? {
          global_secondary_indexes: {
            "by-who": { hash_key: "who", projection_type: "INCLUDE", non_key_attributes: ["x"] },
          },
        }
      : {}),
    ...(one.local ? { local_secondary_indexes: { "by-why": { range_key: "why" } } } : {}),
    stream_view_type: one.stream,
    ttl: one.ttl,
    protection: one.protection,
    tags: one.tags,
  }));

const target = fc.oneof(
  arn("sqs").map((sqs_queue_arn) => ({ sqs_queue_arn })),
  arn("sns").map((sns_topic_arn) => ({ sns_topic_arn })),
);
const lambda = fc
  .record({
    image: fc.boolean(),
    own: fc.record(
      {
        description: hostile,
        memory_size: fc.integer({ min: 128, max: 1024 }),
        environment_variables: fc.dictionary(fc.constantFrom("A_B", "PATH2"), hostile),
        policy_statements: fc.dictionary(
          word,
          fc.record({
            actions: fc.constant(["s3:GetObject"]),
            resources: fc.array(arn("s3"), { minLength: 1 }),
            conditions: some(fc.constant({ StringLike: { "s3:prefix": ["x"] } })),
          }),
          { maxKeys: 2 },
        ),
        policies: fc.dictionary(word, fc.constantFrom("ReadOnlyAccess", "arn:aws-cn:iam::aws:policy/x/Y"), {
          maxKeys: 2,
        }),
        role: fc.record({ permissions_boundary_arn: some(arn("iam")) }, { requiredKeys: [] }),
        run_once: fc.record(
          { input: fc.constant('{"a":1}'), on: fc.constantFrom("code", "input") },
          { requiredKeys: [] },
        ),
        vpc: fc.constantFrom(
          { subnet_ids: ["subnet-1"], security_group_ids: ["sg-1"] },
          { subnet_ids: ["subnet-1"], security_group: { vpc_id: "vpc-0123456789abcdef0" } },
        ),
        logging: fc.record(
          {
            retention_in_days: fc.constantFrom(1, 30),
            application_log_level: fc.constant("INFO"),
            kms_key_arn: kmsKey,
          },
          { requiredKeys: [] },
        ),
        event_sources: fc.dictionary(
          word,
          fc.record({
            dynamodb_stream_arn: arn("dynamodb"),
            filter_patterns: fc.constantFrom([], ['{"a":[1]}']),
            on_failure: some(target),
            report_batch_item_failures: fc.boolean(),
          }),
          { maxKeys: 2 },
        ),
        function_url: fc.record({
          authorization_type: fc.constantFrom("AWS_IAM", "NONE"),
          cors: some(fc.record({ allow_origins: fc.constant(["*"]) })),
        }),
        tracing_mode: fc.constantFrom("Active", "PassThrough"),
        limits: fc.record({ reserved_concurrent_executions: fc.integer({ min: 0, max: 9 }) }, { requiredKeys: [] }),
        asynchronous: fc.record({ maximum_retry_attempts: fc.constant(1), dead_letter: target }, { requiredKeys: [] }),
        kms_key_arn: kmsKey,
        tags,
      },
      { requiredKeys: [] },
    ),
  })
  .map(({ image, own }) => ({
    ...(image
      ? { code: { image_uri: "123456789012.dkr.ecr.us-east-1.amazonaws.com/a:b" } }
      : { code: { s3: { bucket: "releases", key: "a.zip" } }, handler: "a.b", runtime: "nodejs22.x" }),
    ...own,
  }));

const plain = (value: unknown) => JSON.parse(JSON.stringify(value)) as Record<string, unknown>;
const tables = fc.sample(table, { numRuns: 14, seed: 1 }).map((one, i) => plain({ name: `table-${i}`, ...one }));
const functions = fc
  .sample(lambda, { numRuns: 20, seed: 2 })
  .map((one, i) => plain({ function_name: `function-${i}`, ...one }));

const deployed = functions
  .map(({ run_once: _, ...one }, i) => ({ ...one, function_name: `deployed-${i}` }))
  .slice(0, 5);
const apis = Object.values(apiGateway.examples).map((one, i) => plain({ ...one, name: `api-${i}` }));
const monitors = Object.values(monitoring.examples).map((one, i) => plain({ ...one, name: `monitoring-${i}` }));
const groups = Object.values(securityGroup.examples).map((one, i) => plain({ ...one, name: `group-${i}` }));
const secrets = Object.values(secret.examples).map((one, i) => plain({ ...one, name: `secret-${i}` }));

const versions = { terraform: rootVersions(aws), provider: { aws: { region: "us-east-1" } } };

/** Types and values of what a root would make, whatever the addresses. */
async function planned(files: Record<string, unknown>): Promise<string[]> {
  const terraform = new Terraform(await scratchFolder(files as Record<string, object>), newAccount().env);
  await terraform.init();
  return (await terraform.planChanges()).map(({ type, after }) => `${type} ${JSON.stringify(after, null, 1)}`).sort();
}

async function asModules() {
  const files: Record<string, unknown> = {};
  for (const module of registry.values())
    for (const [file, text] of await renderModule(module, aws))
      if (!file.includes("/")) files[`modules/${module.name}/${file}`] = text;
  const calls = (source: string, all: object[]) =>
    all.map((one, i) => [`${source}_${i}`, { source: `./modules/${source}`, ...one }] as const);
  const escaped = (one: object) => JSON.parse(JSON.stringify(one).replace(/[$%](?=\{)/g, (sign) => sign + sign));
  return planned({
    ...files,
    "main.tf.json": {
      ...versions,
      module: Object.fromEntries([
        ...calls("dynamodb", tables.map(escaped)),
        ...calls("lambda", functions.map(escaped)),
        ...calls("lambda-external-code", deployed.map(escaped)),
        ...calls("api-gateway", apis.map(escaped)),
        ...calls("monitoring", monitors.map(escaped)),
        ...calls("security-group", groups.map(escaped)),
        ...calls("secret", secrets.map(escaped)),
      ]),
    },
  });
}

async function asConstructs() {
  const stack = new TerraformStack(undefined as never, "direct");
  tables.forEach((one, i) => void new DynamodbTable(stack, `table-${i}`, one as Input<typeof tableInputs>));
  functions.forEach((one, i) => void new Lambda(stack, `function-${i}`, one as Input<typeof functionInputs>));
  deployed.forEach((one, i) => void new LambdaExternalCode(stack, `deployed-${i}`, one as unknown as Deployed));
  apis.forEach((one, i) => void new HttpApi(stack, `api-${i}`, one as Input<typeof apiGateway.inputs>));
  monitors.forEach((one, i) => void new Monitoring(stack, `monitoring-${i}`, one as Input<typeof monitoring.inputs>));
  groups.forEach((one, i) => void new SecurityGroup(stack, `group-${i}`, one as Input<typeof securityGroup.inputs>));
  secrets.forEach((one, i) => void new Secret(stack, `secret-${i}`, one as Input<typeof secret.inputs>));
  return planned({ "main.tf.json": { ...(stack.toTerraform() as object), ...versions } });
}

test("the samples are valid inputs", () => {
  expect(tables.flatMap((one) => check(tableInputs, one))).toEqual([]);
  expect(functions.flatMap((one) => check(functionInputs, one))).toEqual([]);
});

test("a module called with inputs plans the same resources as its construct given the same inputs", async () => {
  const [modules, constructs] = [await asModules(), await asConstructs()];
  expect(modules.length).toBeGreaterThan(120);
  expect(constructs).toEqual(modules);
});
