import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import { Fn, Lazy, TerraformVariable, Token } from "cdktf";
import { Construct } from "constructs";
import { PlainStack } from "../../lib/cdk";
import { UserError } from "../../lib/diagnostic";
import { expr, hcl, interpolation, literal, reference } from "../../lib/expression";
import { type Given, open, resource } from "../../lib/resource";
import { boolean, integer, list, map, type Output, object, optional, string } from "../../lib/schema";

const schema = object({
  name: string({ pattern: "^[a-z]+$", message: "lower-case letters" }),
  size: integer({ default: 5, minimum: 1 }),
  on: boolean({ default: true }),
  zones: list(string(), { default: [] }),
  tags: map(string(), { default: {} }),
  group: optional(object({ key: string(), days: optional(integer()) })),
  groups: map(object({ key: string(), days: integer({ default: 7 }), note: optional(string()) }), { default: {} }),
});

const stack = new PlainStack("app");
const scope = new Construct(stack, "orders");
const queue = new SqsQueue(stack, "queue", {});
const variable = new TerraformVariable(stack, "v", {});
const opened = (given: Given<typeof schema>) => open(scope, schema, given);
const input = (given: object) => opened({ name: "orders", ...given } as Given<typeof schema>);

test("a module's variables are what a body sees", () => {
  const variables = reference<Output<typeof schema>>("var");
  expect(hcl(opened(variables).group)).toBe("var.group");
});

test("plain values have their defaults, at any depth, and null where nothing was given", () => {
  expect(interpolation(input({ group: { key: "k" }, groups: { a: { key: "k" } } }))).toEqual({
    name: "orders",
    size: 5,
    on: true,
    zones: [],
    tags: {},
    group: { key: "k", days: null },
    groups: { a: { key: "k", days: 7, note: null } },
  });
  expect(hcl(input({}).group)).toBe("null");
});

test("everything that is wrong is said at once, with the construct", () => {
  const wrong = () => opened({ name: "Orders!", size: 0, nmae: "x", groups: { a: {} } } as never);
  expect(wrong).toThrow(UserError);
  try {
    wrong();
  } catch (error) {
    const messages = (error as UserError).diagnostics.map(({ message }) => message);
    expect(messages).toHaveLength(4);
    expect(messages.every((message) => message.startsWith("app/orders: "))).toBe(true);
    for (const part of ["name", "size", "nmae", "groups"])
      expect(messages.filter((message) => message.includes(part)).length).toBeGreaterThan(0);
  }
});

test.each<[what: string, given: object, pick: (input: ReturnType<typeof opened>) => unknown, printed: string]>([
  ["a string", { name: queue.arn }, ({ name }) => name, "aws_sqs_queue.queue.arn"],
  ["a number", { size: queue.delaySeconds }, ({ size }) => size, "aws_sqs_queue.queue.delay_seconds"],
  ["a boolean", { on: queue.fifoQueue }, ({ on }) => on, "aws_sqs_queue.queue.fifo_queue"],
  ["a list", { zones: variable.listValue }, ({ zones }) => zones, "var.v"],
  ["an entry of a list", { zones: ["a", queue.arn] }, ({ zones }) => zones, '["a", aws_sqs_queue.queue.arn]'],
  ["a map", { tags: Token.asStringMap(variable.value) }, ({ tags }) => tags, "var.v"],
  ["an entry of a map", { tags: { a: queue.arn } }, ({ tags }) => tags, '{"a" = aws_sqs_queue.queue.arn}'],
  ["an object", { group: variable.value }, ({ group }) => group, "var.v"],
  [
    "a member of an object in a map",
    { groups: { a: { key: queue.arn } } },
    ({ groups }) => groups,
    '{"a" = {"key" = aws_sqs_queue.queue.arn, "days" = 7, "note" = null}}',
  ],
  [
    "a token in a longer string",
    { name: `x "${queue.arn}"` },
    ({ name }) => name,
    '"x \\"${aws_sqs_queue.queue.arn}\\""',
  ],
  [
    "two tokens",
    { name: `${queue.arn}${queue.name}` },
    ({ name }) => name,
    '"${aws_sqs_queue.queue.arn}${aws_sqs_queue.queue.name}"',
  ],
  [
    "a function of cdktf",
    { name: Fn.join("-", [queue.arn, "a"]) },
    ({ name }) => name,
    '(join("-", [aws_sqs_queue.queue.arn, "a"]))',
  ],
  [
    "a function in a longer string",
    { name: `x${Fn.upper(queue.arn)}` },
    ({ name }) => name,
    '"x${upper(aws_sqs_queue.queue.arn)}"',
  ],
  ["an interpolated string", { name: "${var.a + 1}" }, ({ name }) => expr`${name} * 2`, "((var.a + 1) * 2)"],
  ["an indexed reference", { name: '${aws_x.y["a"].b[0]}' }, ({ name }) => name, 'aws_x.y["a"].b[0]'],
  ["strip markers", { name: "${~ var.a ~}" }, ({ name }) => name, '"${~ var.a ~}"'],
  ["a directive", { name: '%{if true}"a"%{endif}' }, ({ name }) => name, '"%{if true}\\"a\\"%{endif}"'],
  ["an escaped sequence", { name: "$${data}" }, ({ name }) => name, '"$${data}"'],
  ["a lazy value", { name: Lazy.stringValue({ produce: () => "later" }) }, ({ name }) => name, '"later"'],
  [
    "an expression",
    { name: expr`upper(${"a"})`, tags: { a: literal("b") } },
    ({ name, tags }) => [name, tags],
    '[(upper("a")), {"a" = "b"}]',
  ],
  [
    "an expression beside a token",
    { zones: [reference("var.z"), queue.arn] },
    ({ zones }) => zones,
    "[var.z, aws_sqs_queue.queue.arn]",
  ],
  ["an expression for an object", { group: reference("var.g") }, ({ group }) => group, "var.g"],
])("%s is a reference where it is known to Terraform alone", (_, given, pick, printed) => {
  expect(hcl(pick(input(given)))).toBe(printed);
});

test("what is a reference is not checked, what stands beside it is", () => {
  const given = { groups: { x: { key: queue.arn, days: "seven" } } };
  expect(() => input(given)).toThrow(/days/);
  expect(() => input(given)).not.toThrow(/key/);
});

test("an attribute of another body's resource is a reference", () => {
  const made = resource(scope, "made", SqsQueue, {});
  expect(hcl(input({ name: made.attribute("arn") }).name)).toMatch(/^aws_sqs_queue\.made\.arn$/);
});

test("references are resolved at once, so that an id that is overridden later is not seen", () => {
  const late = new SqsQueue(stack, "late", {});
  const { name } = input({ name: late.arn });
  expect(() => late.overrideLogicalId("other")).not.toThrow();
  expect([hcl(name), late.friendlyUniqueId]).toEqual(["aws_sqs_queue.late.arn", "late"]);
});
