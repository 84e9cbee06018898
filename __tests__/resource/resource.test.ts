import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import { UserError } from "../../lib/diagnostic";
import { equals, hcl, literal, presentIf, reference, text } from "../../lib/expression";
import { eachResource, type Handle, optionalResource, resource } from "../../lib/resource";
import { rendered } from "./rendered";

type Queues = Readonly<Record<string, { readonly delay: number }>>;
const queues = reference<Queues>("var.queues");
const maybe = reference<{ readonly name: string } | undefined>("var.maybe");
const none = literal<{ readonly name: string } | undefined>(undefined);

describe("one resource", () => {
  test("has attributes by its address", () => {
    rendered((scope) => {
      const made = resource(scope, "this", SqsQueue, {});
      expect([made.attribute("arn"), made.attribute("delaySeconds"), made.attribute("fifoQueue")].map(hcl)).toEqual([
        "aws_sqs_queue.this.arn",
        "aws_sqs_queue.this.delay_seconds",
        "aws_sqs_queue.this.fifo_queue",
      ]);
      expect(made.path).toBe("aws_sqs_queue.this");
    });
  });

  test("shares its id with one of another type in the same scope", () => {
    const made = rendered((scope) => {
      resource(scope, "this", SqsQueue, {});
      resource(scope, "this", IamRole, { assumeRolePolicy: "{}" });
    });
    expect(Object.entries(made).map(([type, all]) => [type, Object.keys(all)])).toEqual([
      ["aws_sqs_queue", ["this"]],
      ["aws_iam_role", ["this"]],
    ]);
  });

  test("does not share its id with one of the same type", () => {
    const twice = () =>
      rendered((scope) => {
        resource(scope, "this", SqsQueue, {});
        resource(scope, "this", SqsQueue, {});
      });
    expect(twice).toThrow("There is already a Construct with name 'this'");
  });
});

describe("an optional resource", () => {
  const nameOf = (item: typeof maybe) => {
    let handle: Handle<SqsQueue> | undefined;
    const made = rendered((scope) => {
      handle = optionalResource(scope, "this", SqsQueue, item, ({ name }) => ({ name }));
    });
    return { made, arn: hcl(handle?.attribute("arn")), path: handle?.path };
  };

  test("is counted where only Terraform knows", () => {
    expect(nameOf(maybe)).toEqual({
      made: { aws_sqs_queue: { this: { count: "${var.maybe != null ? 1 : 0}", name: "${var.maybe.name}" } } },
      arn: "one(aws_sqs_queue.this[*].arn)",
      path: "aws_sqs_queue.this",
    });
  });

  test("is plainly there where it is known to be", () => {
    expect(nameOf(literal({ name: "n" }))).toEqual({
      made: { aws_sqs_queue: { this: { name: "n" } } },
      arn: "aws_sqs_queue.this.arn",
      path: "aws_sqs_queue.this",
    });
  });

  test("is not there where it is known not to be, and its attributes are null", () => {
    expect(nameOf(none)).toEqual({ made: {}, arn: "null", path: undefined });
  });

  test("is counted by a condition in its own words", () => {
    const isOn = presentIf(equals(reference<string>("var.mode"), "on"));
    const made = rendered((scope) => optionalResource(scope, "this", SqsQueue, isOn, () => ({})));
    expect(made.aws_sqs_queue.this).toEqual({ count: '${(var.mode == "on") ? 1 : 0}' });
  });
});

describe("a resource for each entry", () => {
  const settings = ({ delay }: { delay: never }, key: never) => ({ delaySeconds: delay, name: text`q-${key}` });
  const of = (items: typeof queues) => {
    const found: Record<string, string> = {};
    const made = rendered((scope) => {
      const all = eachResource(scope, "queue", SqsQueue, items, settings as never);
      found.known = hcl(all.at(literal("b.c"), "arn"));
      found.text = hcl(all.at(text`b.${literal("c")}`, "arn"));
      found.unknown = hcl(all.at(reference("var.key"), "arn"));
      found.absent = hcl(all.at(literal("nope"), "arn"));
      found.all = hcl(all.all("arn"));
    });
    return { made: made.aws_sqs_queue, found };
  };

  test("is one resource with for_each where only Terraform knows the entries", () => {
    expect(of(queues)).toEqual({
      made: { queue: { for_each: "${var.queues}", delay_seconds: "${each.value.delay}", name: "q-${each.key}" } },
      found: {
        known: 'aws_sqs_queue.queue["b.c"].arn',
        text: 'aws_sqs_queue.queue["b.c"].arn',
        unknown: "aws_sqs_queue.queue[var.key].arn",
        absent: 'aws_sqs_queue.queue["nope"].arn',
        all: "{for key, one in aws_sqs_queue.queue : key => one.arn}",
      },
    });
  });

  test("is written out where the entries are known", () => {
    const all = '{"a" = aws_sqs_queue.queue_a.arn, "b.c" = aws_sqs_queue.queue_b_c.arn}';
    expect(of(literal<Queues>({ a: { delay: 1 }, "b.c": { delay: 2 } }))).toEqual({
      made: { queue_a: { delay_seconds: 1, name: "q-a" }, queue_b_c: { delay_seconds: 2, name: "q-b.c" } },
      found: {
        known: "aws_sqs_queue.queue_b_c.arn",
        text: "aws_sqs_queue.queue_b_c.arn",
        unknown: `${all}[var.key]`,
        absent: `${all}["nope"]`,
        all,
      },
    });
  });

  test("is refused where two keys become one construct id: the error names every pair", () => {
    const items = literal<Queues>({
      "a-b": { delay: 1 },
      "a.b": { delay: 1 },
      A_b: { delay: 1 },
      é: { delay: 1 },
      "😀": { delay: 1 },
    });
    const refuse = () => rendered((scope) => eachResource(scope, "queue", SqsQueue, items, () => ({})));
    expect(refuse).toThrow(UserError);
    expect(refuse).toThrow(
      /^module: the keys "a-b" and "a\.b" are too alike\nmodule: the keys "é" and "😀" are too alike$/,
    );
  });
});
