import { PlainStack } from "../../lib/cdk";
import type { Module } from "../../lib/module";
import { check, type Input } from "../../lib/schema";
import { lambda } from "../../modules/lambda";
import { Lambda } from "../../modules/lambda/construct";
import { complete, image, minimal } from "../../modules/lambda/examples";
import { endedRuntimes, runtimes } from "../../modules/lambda/runtimes";
import { LambdaExternalCode } from "../../modules/lambda-external-code/construct";
import { rendered } from "./rendered";

type Inputs = Input<typeof lambda.inputs>;
type Resources = Record<string, Record<string, Record<string, unknown>>>;

/** What the construct makes in a stack of its own. */
function made(inputs: Inputs): Resources {
  const stack = new PlainStack("test");
  new Lambda(stack, "function", inputs);
  return (stack.toTerraform() as { resource: Resources }).resource;
}
const lambdaFunction = (inputs: Inputs) => made(inputs).aws_lambda_function?.function ?? {};

test("has a role and a log group of its own beside the function", async () => {
  const { resource } = await rendered(lambda as unknown as Module);
  expect(Object.keys(resource).sort()).toEqual([
    "aws_cloudwatch_log_group",
    "aws_iam_role",
    "aws_iam_role_policy",
    "aws_iam_role_policy_attachment",
    "aws_lambda_event_source_mapping",
    "aws_lambda_function",
    "aws_lambda_function_event_invoke_config",
    "aws_lambda_function_url",
    "aws_lambda_invocation",
    "aws_lambda_permission",
    "aws_security_group",
    "aws_vpc_security_group_egress_rule",
    "aws_vpc_security_group_ingress_rule",
  ]);
});

test.each([
  "aws_lambda_function_url",
  "aws_lambda_event_source_mapping",
  "aws_iam_role_policy_attachment",
  "aws_lambda_invocation",
])("not asked for, there is no %s", (type) => expect(made(minimal)).not.toHaveProperty(type));

test("logs to the group that is made before it", () => {
  expect(made(minimal).aws_cloudwatch_log_group).toMatchObject({
    this: { name: "/aws/lambda/orders", retention_in_days: 365 },
  });
  expect(lambdaFunction(minimal)).toMatchObject({
    logging_config: { log_format: "JSON", log_group: "${aws_cloudwatch_log_group.this.name}" },
  });
});

test("is made after its role may do what it needs, and goes before it may not", () => {
  expect(lambdaFunction(minimal)).toMatchObject({ depends_on: ["aws_iam_role_policy.policy"] });
  const policies = { a: "ReadOnlyAccess", b: "arn:aws:iam::aws:policy/job-function/Billing" };
  expect(lambdaFunction({ ...minimal, policies })).toMatchObject({
    depends_on: [
      "aws_iam_role_policy.policy",
      "aws_iam_role_policy_attachment.managed_a",
      "aws_iam_role_policy_attachment.managed_b",
    ],
  });
});

test("is known by name and ARN before it is there", () => {
  const { outputs } = new Lambda(new PlainStack("test"), "function", minimal);
  expect(String(outputs.lambda_function_name_static)).toBe("orders");
  expect(String(outputs.lambda_function_arn_static)).toBe(
    '${replace(aws_cloudwatch_log_group.this.arn, "/:logs:(.*):log-group:/aws/lambda//", ":lambda:$1:function:")}',
  );
});

test("has a security group of its own where it is told its VPC, beside those that it is given", () => {
  const subnet_ids = ["subnet-0a1b2c3d"];
  const own = { ...minimal, vpc: { subnet_ids, security_group: { vpc_id: "vpc-0a1b2c3d" } } };
  const given = { ...minimal, vpc: { subnet_ids, security_group_ids: ["sg-0a1b2c3d"] } };
  expect(made(own).aws_security_group?.this).toMatchObject({ name_prefix: "orders-", vpc_id: "vpc-0a1b2c3d" });
  expect(made(given)).not.toHaveProperty("aws_security_group");
});

test("a policy that is named is AWS's own, in the partition of the role", () => {
  const { managed_a } = made({ ...minimal, policies: { a: "ReadOnlyAccess" } }).aws_iam_role_policy_attachment ?? {};
  expect(managed_a?.policy_arn).toContain('element(split(":", aws_iam_role.role.arn), 1)');
});

test("run once, it is called when its code or its input changes, or its input alone", () => {
  const run = (on: "code" | "input", code: object = minimal.code) =>
    made({ ...minimal, code, run_once: { on } } as Inputs).aws_lambda_invocation?.once ?? {};
  const runImage = (image_uri: string) =>
    made({ ...image, code: { image_uri }, run_once: {} }).aws_lambda_invocation?.once ?? {};
  expect(run("code")).toMatchObject({ function_name: "${aws_lambda_function.function.function_name}", input: "{}" });
  const [first, second] = ["one", "two"].map((source_code_hash) =>
    run("code", { filename: "a.zip", source_code_hash }),
  );
  expect(first?.triggers).not.toEqual(second?.triggers);
  expect(runImage("a:1").triggers).not.toEqual(runImage("a:2").triggers);
});

test("whose code others deploy, it has the code that it was given and no more of it", () => {
  const stack = new PlainStack("test");
  new LambdaExternalCode(stack, "function", minimal);
  const { resource } = stack.toTerraform() as { resource: Resources };
  expect(resource.aws_lambda_function?.function).toEqual({
    ...lambdaFunction(minimal),
    lifecycle: {
      ignore_changes: ["filename", "source_code_hash", "s3_bucket", "s3_key", "s3_object_version", "image_uri"],
    },
  });
  expect({ ...resource, aws_lambda_function: 0 }).toEqual({ ...made(minimal), aws_lambda_function: 0 });
});

test("a package in S3 is a zip, an image is not", () => {
  expect(lambdaFunction(minimal)).toMatchObject({ s3_bucket: "releases", s3_key: "orders.zip" });
  expect(lambdaFunction(image)).toMatchObject({ image_uri: expect.stringContaining("dkr.ecr") });
  expect(lambdaFunction(image)).not.toHaveProperty("runtime");
});

test("without a reservation leaves concurrency to the account", () => {
  expect(lambdaFunction(minimal)).not.toHaveProperty("reserved_concurrent_executions");
  expect(lambdaFunction(complete)).toMatchObject({ reserved_concurrent_executions: 10 });
});

test("a URL is for signed requests unless it says otherwise", () => {
  expect(made(complete).aws_lambda_function_url).toMatchObject({ url: { authorization_type: "AWS_IAM" } });
});

test.each(Object.entries(lambda.rejected ?? {}))("as a construct refuses %s", (_, inputs) => {
  expect(() => made(inputs)).toThrow();
});

test.each(Object.entries(endedRuntimes))("refuses %s by name of its successor, %s", (ended, current) => {
  const problems = check(lambda.inputs, { ...minimal, runtime: ended });
  expect(problems).toHaveLength(1);
  expect(JSON.stringify(problems[0])).toContain(current);
});

test.each(["nodejs14.x", "nodejs16.x", "nodejs18.x", "nodejs20.x", "go1.x", "python3.8", "python3.9", "provided.al2"])(
  "knows that %s has ended",
  (runtime) => {
    expect(endedRuntimes).toHaveProperty([runtime]);
    expect(runtimes).not.toContain(runtime);
  },
);

test("calling it is allowed on the function and its versions alone", () => {
  const { invoke } = lambda.connections.access;
  expect(invoke?.actions).toEqual(["lambda:InvokeFunction"]);
  expect(invoke?.resources({ lambda_function_arn: "F" } as never).map(String)).toEqual(["F", "F:*"]);
});
