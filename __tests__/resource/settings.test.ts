import { DynamodbTable } from "@cdktf/provider-aws/lib/dynamodb-table";
import { LambdaFunction } from "@cdktf/provider-aws/lib/lambda-function";
import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import { expr, forList, json, literal, omitNull, orNull, type Ref, reference, text } from "../../lib/expression";
import { eachResource, optionalResource, resource } from "../../lib/resource";
import { rendered, single } from "./rendered";

interface Inputs {
  readonly name: string;
  readonly size: number;
  readonly fifo: boolean;
  readonly ids: readonly string[];
  readonly tags: Readonly<Record<string, string>>;
  readonly ttl?: { readonly attribute: string };
}
const input = reference<Inputs>("var") as Ref<Inputs>;

type Queues = Readonly<Record<string, object>>;
const lambda = { functionName: "f", role: "r" };
const terraform = { function_name: "f", role: "r" };

test("references arrive in settings of every type", () => {
  const made = single((scope) =>
    resource(scope, "this", LambdaFunction, {
      functionName: input.name,
      role: text`arn:${input.name}`,
      timeout: input.size,
      memorySize: expr`${input.size} * 2`,
      publish: input.fifo,
      layers: input.ids,
      architectures: forList(input.ids, (id) => id),
      tags: input.tags,
      vpcConfig: { subnetIds: input.ids, securityGroupIds: [input.name, "sg"] },
      environment: { variables: omitNull<Record<string, string>>({ NAME: input.name }) },
    }),
  );
  expect(made).toMatchObject({
    function_name: "${var.name}",
    role: "arn:${var.name}",
    timeout: "${var.size}",
    memory_size: "${var.size * 2}",
    publish: "${var.fifo}",
    layers: "${var.ids}",
    architectures: "${[for key, item in var.ids : item]}",
    tags: "${var.tags}",
    vpc_config: { subnet_ids: "${var.ids}", security_group_ids: ["${var.name}", "sg"] },
    environment: { variables: '${{for key, value in {"NAME" = var.name} : key => value if value != null}}' },
  });
});

test("known values arrive as they are, in settings of every type", () => {
  const made = single((scope) =>
    resource(scope, "this", LambdaFunction, {
      ...lambda,
      timeout: literal(5),
      publish: literal(false),
      layers: literal(["a", "b"]),
      tags: literal({ Name: "x", "a.b": "y" }),
    }),
  );
  expect(made).toMatchObject({ timeout: 5, publish: false, layers: ["a", "b"], tags: { Name: "x", "a.b": "y" } });
});

test("what is null is left out, also in blocks, and false, 0 and empty text are not", () => {
  const none = literal<string | undefined>(undefined);
  const made = single((scope) =>
    resource(scope, "this", LambdaFunction, {
      ...lambda,
      description: none,
      handler: orNull(none, (handler) => handler),
      runtime: undefined,
      publish: false,
      timeout: 0,
      kmsKeyArn: "",
      loggingConfig: { logFormat: "JSON", logGroup: none },
    }),
  );
  const logging = { log_format: "JSON" };
  expect(made).toEqual({ ...terraform, publish: false, timeout: 0, kms_key_arn: "", logging_config: logging });
});

test("keys of maps stay what they are, with dots, quotes and capitals", () => {
  const tags = { "kubernetes.io/name": "a", CostCentre: "b", 'say "hi"': input.name, "with space": "c" };
  expect(single((scope) => resource(scope, "this", SqsQueue, { tags }))).toEqual({
    tags: { ...tags, 'say "hi"': "${var.name}" },
  });
});

test("a JSON policy may hold references", () => {
  const policy = json({ Statement: [{ Resource: [input.name, text`${input.name}/*`] }] });
  expect(single((scope) => resource(scope, "this", SqsQueue, { policy }))).toEqual({
    policy: '${jsonencode({"Statement" = [{"Resource" = [var.name, "${var.name}/*"]}]})}',
  });
});

test("plain blocks go through the provider's own names", () => {
  const made = single((scope) =>
    resource(scope, "this", DynamodbTable, {
      name: "t",
      attribute: [{ name: input.name, type: "S" }],
      ttl: { attributeName: orNull(input.ttl, ({ attribute }) => attribute) },
    }),
  );
  expect(made).toEqual({
    name: "t",
    attribute: [{ name: "${var.name}", type: "S" }],
    ttl: { attribute_name: "${var.ttl == null ? null : var.ttl.attribute}" },
  });
});

test("lifecycle: ignored changes, and preconditions on references", () => {
  const made = single((scope) =>
    resource(scope, "this", SqsQueue, {
      lifecycle: {
        ignoreChanges: ["name"],
        createBeforeDestroy: true,
        precondition: [
          { condition: expr<boolean>`${input.size} > 1`, errorMessage: text`size is ${input.size}: must be above 1` },
        ],
      },
    }),
  );
  expect(made.lifecycle).toEqual({
    ignore_changes: ["name"],
    create_before_destroy: true,
    precondition: [{ condition: "${var.size > 1}", error_message: "size is ${var.size}: must be above 1" }],
  });
});

test("a resource that must be there first is named, and one that was not made is not", () => {
  const made = rendered((scope) => {
    const first = resource(scope, "first", SqsQueue, {});
    const none = optionalResource(scope, "none", SqsQueue, literal(undefined), () => ({}));
    resource(scope, "second", LambdaFunction, { ...lambda, dependsOn: [first, none] });
  });
  expect(made.aws_lambda_function.second.depends_on).toEqual(["aws_sqs_queue.first"]);
});

test.each([
  ["by address where only Terraform knows them", reference<Queues>("var.queues"), ["aws_sqs_queue.first"]],
  [
    "one by one where they are known",
    literal<Queues>({ a: {}, b: {} }),
    ["aws_sqs_queue.first_a", "aws_sqs_queue.first_b"],
  ],
])("resources of a map that must be there first are named %s", (_, queues, addresses) => {
  const made = rendered((scope) => {
    const first = eachResource(scope, "first", SqsQueue, queues, () => ({}));
    resource(scope, "second", LambdaFunction, { ...lambda, dependsOn: first.paths });
  });
  expect(made.aws_lambda_function.second.depends_on).toEqual(addresses);
});
