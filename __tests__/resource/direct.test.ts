import { DynamodbTable } from "@cdktf/provider-aws/lib/dynamodb-table";
import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import { App, TerraformStack, Testing } from "cdktf";
import { Construct } from "constructs";
import { each, forList, type Ref, reference, text, when } from "../../lib/expression";
import { eachResource, type Given, open, optionalResource, resource } from "../../lib/resource";
import { map, type Output, object, optional, string } from "../../lib/schema";
import { type Json, rendered, withoutNotes } from "./rendered";

const inputs = object({
  name: string(),
  ttl: optional(object({ attribute: string() })),
  keys: map(string(), { default: {} }),
});

/** A body as modules have them: plain values or variables, with optional and repeated resources and blocks. */
class Orders extends Construct {
  readonly arn: Ref<string>;

  constructor(scope: Construct, id: string, given: Given<typeof inputs>) {
    super(scope, id);
    const input = open(this, inputs, given);
    const table = resource(this, "this", DynamodbTable, {
      name: input.name,
      attribute: each(input.keys, (type, name) => ({ name, type })),
      ttl: when(input.ttl, ({ attribute }) => ({ attributeName: attribute })),
      tags: { Keys: text`${forList(input.keys, (_, key) => key)}` },
    });
    optionalResource(this, "expired", SqsQueue, input.ttl, ({ attribute }) => ({ name: attribute }));
    eachResource(this, "by_key", SqsQueue, input.keys, (_, key) => ({ name: text`${input.name}-${key}` }));
    this.arn = table.attribute("arn");
  }
}

describe("a body in a stack of a user's app", () => {
  let found: Json;
  beforeAll(() => {
    const stack = new TerraformStack(new App({ outdir: Testing.app().outdir, skipValidation: true }), "mine");
    const source = new SqsQueue(stack, "source", {});
    const orders = new Orders(stack, "orders", {
      name: `orders-${source.name}`,
      ttl: { attribute: "t" },
      keys: { b: "S", a: "N" },
    });
    new SqsQueue(stack, "dead", { policy: `${orders.arn}` });
    found = withoutNotes(JSON.parse(Testing.synth(stack)).resource) as Json;
  });

  test("has the user's tokens as references", () => {
    const [table] = Object.values(found.aws_dynamodb_table) as Json[];
    expect(table).toEqual({
      name: "orders-${aws_sqs_queue.source.name}",
      attribute: [
        { name: "a", type: "N" },
        { name: "b", type: "S" },
      ],
      ttl: { attribute_name: "t" },
      tags: { Keys: '${["a", "b"]}' },
    });
  });

  test("has every resource written out", () => {
    const names = Object.values(found.aws_sqs_queue as Record<string, Json>).map(({ name }) => name);
    expect(names.sort()).toEqual([
      "orders-${aws_sqs_queue.source.name}-a",
      "orders-${aws_sqs_queue.source.name}-b",
      "t",
      undefined,
      undefined,
    ]);
  });

  test("gives attributes that the user's own resources may use", () => {
    const [label] = Object.keys(found.aws_dynamodb_table);
    expect(found.aws_sqs_queue.dead.policy).toBe(`\${aws_dynamodb_table.${label}.arn}`);
  });
});

test("the same body of a module's variables", () => {
  const made = rendered((scope) => new Orders(scope, "module", reference("var") as Ref<Output<typeof inputs>>));
  expect(made).toEqual({
    aws_dynamodb_table: {
      this: {
        name: "${var.name}",
        tags: { Keys: "${[for key, item in var.keys : key]}" },
        dynamic: {
          attribute: { for_each: "${var.keys}", content: { name: "${attribute.key}", type: "${attribute.value}" } },
          ttl: {
            for_each: "${var.ttl != null ? [var.ttl] : []}",
            content: { attribute_name: "${ttl.value.attribute}" },
          },
        },
      },
    },
    aws_sqs_queue: {
      expired: { count: "${var.ttl != null ? 1 : 0}", name: "${var.ttl.attribute}" },
      by_key: { for_each: "${var.keys}", name: "${var.name}-${each.key}" },
    },
  });
});

test("two of one body stand side by side in a user's stack, in their own names", () => {
  const stack = new TerraformStack(new App({ outdir: Testing.app().outdir, skipValidation: true }), "mine");
  for (const id of ["one", "two"]) new Orders(stack, id, { name: id });
  expect(Object.keys(JSON.parse(Testing.synth(stack)).resource.aws_dynamodb_table)).toEqual([
    expect.stringMatching(/^one_aws_dynamodb_table_this_/),
    expect.stringMatching(/^two_aws_dynamodb_table_this_/),
  ]);
});
