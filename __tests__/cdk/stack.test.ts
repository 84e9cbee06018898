import { DataAwsSqsQueue } from "@cdktf/provider-aws/lib/data-aws-sqs-queue";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import { Construct } from "constructs";
import { PlainStack, resolve } from "../../lib/cdk";

const nested = (scope: Construct, id: string) => new Construct(scope, id);

test("a stack is rendered without an app, and its elements have the names that they were given", () => {
  const stack = new PlainStack("module");
  new SqsQueue(nested(nested(stack, "a"), "b"), "this", {});
  expect(Object.keys((stack.toTerraform() as { resource: { aws_sqs_queue: object } }).resource.aws_sqs_queue)).toEqual([
    "this",
  ]);
});

test("elements of two types may share a name", () => {
  const stack = new PlainStack("module");
  new SqsQueue(nested(stack, "a"), "this", {});
  new IamRole(nested(stack, "b"), "this", { assumeRolePolicy: "{}" });
  new DataAwsSqsQueue(nested(stack, "c"), "this", { name: "n" });
  const { resource, data } = stack.toTerraform() as Record<string, object>;
  expect([Object.keys(resource ?? {}), Object.keys(data ?? {})]).toEqual([
    ["aws_sqs_queue", "aws_iam_role"],
    ["aws_sqs_queue"],
  ]);
});

test("two elements of one type may not share a name: Terraform JSON would keep the last", () => {
  const stack = new PlainStack("module");
  new SqsQueue(nested(stack, "a"), "this", {});
  new SqsQueue(nested(stack, "b"), "this", {});
  expect(() => stack.toTerraform()).toThrow("aws_sqs_queue.this is made twice: by module/a/this and module/b/this");
});

test("tokens are resolved to what they stand for", () => {
  const stack = new PlainStack("module");
  const queue = new SqsQueue(stack, "this", {});
  expect(resolve(stack, { a: [`x-${queue.arn}`, queue.delaySeconds], b: undefined, c: null })).toEqual({
    a: ["x-${aws_sqs_queue.this.arn}", "${aws_sqs_queue.this.delay_seconds}"],
    c: null,
  });
});
