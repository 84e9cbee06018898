import { compositionMain, compositionOutputs } from "../../lib/render/composition";
import { registry } from "../../modules";
import { composed } from "./composed";

const code = "module: lambda, code: code, handler: index.handler, runtime: nodejs22.x";
const files = { "code/index.mjs": "export const handler = 1;\n" };
const of = (services: string) => composed(`services:\n${services}`, { registry, files });
const table = "module: dynamodb, hash_key: id, attributes: { id: S }";

interface Main {
  readonly module: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly moved: readonly object[];
}
const mainOf = ({ stack }: Awaited<ReturnType<typeof of>>) => compositionMain(stack) as unknown as Main;

test("a component that is there already is a call of what finds it, with how alone", async () => {
  const { module } = mainOf(
    await of(`  a: { bus: { module: event-bus, existing: { name: "\${environment}-events" } } }`),
  );
  expect(module).toEqual({ a_bus: { source: "./modules/event-bus-existing", name: "${var.environment}-events" } });
});

test("what differs between environments is told by them", async () => {
  const found = await of(`
  a:
    vpc:
      module: vpc
      existing: { tags: { Name: main } }
      environments: { prod: { existing: { tags: { Name: "\${environment}-main" } } } }`);
  expect(found.arguments("a_vpc")).toEqual({ tags: { Name: "${var.a_vpc.tags.Name}" } });
  expect([found.values("a_vpc", "dev"), found.values("a_vpc", "prod")]).toEqual([
    { tags: { Name: "main" } },
    { tags: { Name: "prod-main" } },
  ]);
});

describe("a component that is made in one environment and there already in another", () => {
  const mixed = `
  a:
    b: { ${table}, environments: { prod: { existing: { name: shop-dev-a-b } } } }
    function: { ${code}, uses: { a.b: read }, environment_variables: { TABLE: "\${a.b.dynamodb_table_name}" } }`;
  const both = (output: string) => `one(concat(module.a_b[*].${output}, module.a_b_existing[*].${output}))`;

  test("is two calls, of which each environment has one", async () => {
    const { module, moved } = mainOf(await of(mixed));
    expect(module.a_b).toMatchObject({
      source: "./modules/dynamodb",
      count: '${contains(["dev"], var.environment) ? 1 : 0}',
      hash_key: "id",
    });
    expect(module.a_b_existing).toEqual({
      source: "./modules/dynamodb-existing",
      count: '${contains(["prod"], var.environment) ? 1 : 0}',
      name: "shop-dev-a-b",
    });
    expect(moved).toContainEqual({ from: "module.a_b", to: "module.a_b[0]" });
  });

  test("has the outputs of whichever there is", async () => {
    const found = await of(mixed);
    const { output } = compositionOutputs(found.stack, {}) as { output: Record<string, { value: object }> };
    expect(output.a_b?.value).toMatchObject({ dynamodb_table_arn: `\${${both("dynamodb_table_arn")}}` });
    expect(output).not.toHaveProperty("a_b_existing");
    expect(found.arguments("a_function").environment_variables).toMatchObject({
      TABLE: `\${${both("dynamodb_table_name")}}`,
      A_B_NAME: `\${${both("dynamodb_table_name")}}`,
    });
  });

  test("gives rights to its key where there turns out to be one", async () => {
    const statements = String((await of(mixed)).arguments("a_function").policy_statements);
    expect(statements).toContain(
      "[for target in concat(module.a_b[*], module.a_b_existing[*]) : target.dynamodb_table_kms_key_arn if target.dynamodb_table_kms_key_arn != null]",
    );
  });

  test("is not in an environment that `only` leaves out", async () => {
    const found = await of(`
  a:
    b: { ${table}, only: [dev], environments: { prod: { existing: { name: x } } } }`);
    expect(Object.keys(mainOf(found).module)).toEqual(["a_b"]);
  });
});

describe("an edge to a bucket", () => {
  const uses = async (use: string) => {
    const bucket = "module: s3, existing: { name: company-reports }";
    const found = await of(`  a: { bucket: { ${bucket} }, function: { ${code}, uses: { a.bucket: ${use} } } }`);
    return found.arguments("a_function").policy_statements;
  };
  const arn = "${module.a_bucket.s3_bucket_arn}";

  test("is on the bucket and its objects", async () => {
    expect(await uses("write")).toEqual({
      a_bucket: {
        actions: ["s3:AbortMultipartUpload", "s3:DeleteObject", "s3:PutObject"],
        resources: [arn, `${arn}/*`],
      },
    });
  });

  test("is narrowed to a prefix: objects by their ARN, the list by a condition", async () => {
    const conditions = '{ Bool: { "aws:SecureTransport": ["true"] }, StringLike: { "s3:prefix": ["*"] } }';
    expect(await uses(`{ access: read, prefix: daily/, conditions: ${conditions} }`)).toEqual({
      a_bucket: {
        actions: ["s3:GetObject"],
        resources: [`${arn}/daily/*`],
        conditions: { Bool: { "aws:SecureTransport": ["true"] }, StringLike: { "s3:prefix": ["*"] } },
      },
      a_bucket_prefix: {
        actions: ["s3:ListBucket"],
        resources: [arn],
        conditions: { Bool: { "aws:SecureTransport": ["true"] }, StringLike: { "s3:prefix": ["daily/*"] } },
      },
    });
  });

  test("takes no list of what may only be written", async () => {
    expect(Object.keys((await uses("{ access: write, prefix: daily/ }")) as object)).toEqual(["a_bucket"]);
  });

  test("is on single actions, each on what it is for", async () => {
    expect(await uses("{ actions: [s3:ListBucket, s3:GetObjectTagging], prefix: daily/ }")).toMatchObject({
      a_bucket: { actions: ["s3:GetObjectTagging"] },
      a_bucket_prefix: { actions: ["s3:ListBucket"] },
    });
  });

  test("keeps what looks like an expression in a prefix as data", async () => {
    expect(await uses('{ access: write, prefix: "${x}/" }')).toMatchObject({
      a_bucket: { resources: [expect.stringContaining("/$${x}/*")] },
    });
  });
});

test("what uses something with a key of which the spec says may use the key", async () => {
  const key = "arn:aws:kms:us-east-1:123456789012:key/1";
  const found = await of(`
  a:
    queue: { module: sqs, existing: { name: jobs, kms_key_arn: "${key}" } }
    plain: { module: sqs, existing: { name: plain } }
    function: { ${code}, uses: { a.queue: consume, a.plain: send } }`);
  const statements = found.arguments("a_function").policy_statements as object;
  expect(Object.keys(statements).sort()).toEqual(["a_plain", "a_queue", "a_queue_key"]);
  expect(statements).toMatchObject({ a_queue_key: { actions: ["kms:Decrypt"] } });
});
