import { PlainStack } from "../../lib/cdk";
import type { Module } from "../../lib/module";
import { check, type Input } from "../../lib/schema";
import { lambda } from "../../modules/lambda";
import { Lambda } from "../../modules/lambda/construct";
import { complete, image, minimal } from "../../modules/lambda/examples";
import { endedRuntimes, runtimes } from "../../modules/lambda/runtimes";
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
    "aws_lambda_permission",
  ]);
});

test.each(["aws_lambda_function_url", "aws_lambda_event_source_mapping", "aws_iam_role_policy_attachment"])(
  "not asked for, there is no %s",
  (type) => expect(made(minimal)).not.toHaveProperty(type),
);

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
