import { PlainStack } from "../../lib/cdk";
import type { Module } from "../../lib/module";
import type { Input } from "../../lib/schema";
import { dynamodb } from "../../modules/dynamodb";
import { DynamodbTable } from "../../modules/dynamodb/construct";
import { complete, minimal } from "../../modules/dynamodb/examples";
import { rendered } from "./rendered";

type Inputs = Input<typeof dynamodb.inputs>;
type Resources = Record<string, Record<string, Record<string, unknown>>>;

/** What the construct makes in a stack of its own. */
function made(inputs: Inputs): Resources {
  const stack = new PlainStack("test");
  new DynamodbTable(stack, "table", inputs);
  return (stack.toTerraform() as { resource: Resources }).resource;
}
const table = (inputs: Inputs) => made(inputs).aws_dynamodb_table?.this ?? {};

test("is one table, with autoscaling of its reads and writes", async () => {
  const { resource } = await rendered(dynamodb as unknown as Module);
  const names = Object.entries(resource).flatMap(([type, all]) => Object.keys(all).map((name) => `${type}.${name}`));
  expect(names.sort()).toEqual([
    "aws_appautoscaling_policy.read_utilisation",
    "aws_appautoscaling_policy.write_utilisation",
    "aws_appautoscaling_target.read",
    "aws_appautoscaling_target.write",
    "aws_dynamodb_table.this",
  ]);
});

test("by itself is safe for production: encrypted, recoverable, protected from deletion", () => {
  expect(table(minimal)).toMatchObject({
    billing_mode: "PAY_PER_REQUEST",
    deletion_protection_enabled: true,
    server_side_encryption: { enabled: true },
    point_in_time_recovery: { enabled: true },
  });
});

test("on demand scales nothing", () => {
  expect(Object.keys(made(minimal))).toEqual(["aws_dynamodb_table"]);
});

test("leaves its capacity to autoscaling, whatever the billing mode", async () => {
  const { resource } = await rendered(dynamodb as unknown as Module);
  expect(resource.aws_dynamodb_table?.this).toMatchObject({
    lifecycle: { ignore_changes: ["read_capacity", "write_capacity"] },
  });
});

test("provisioned scales between its limits; a fixed capacity has equal ones", () => {
  const fixed = { ...complete, write_capacity: { min: 7, max: 7 } };
  expect(made(fixed).aws_appautoscaling_target).toMatchObject({
    read: { min_capacity: 5, max_capacity: 50 },
    write: { min_capacity: 7, max_capacity: 7, scalable_dimension: "dynamodb:table:WriteCapacityUnits" },
  });
});

test("names every key attribute with its type", () => {
  expect(table(complete).attribute).toEqual(
    expect.arrayContaining([
      { name: "customer_id", type: "S" },
      { name: "created_at", type: "N" },
    ]),
  );
});

test.each(["global_secondary_index", "local_secondary_index", "ttl", "replica"])(
  "not asked for, leaves no %s behind",
  (block) => expect(table(minimal)[block] ?? []).toEqual([]),
);

test.each(Object.entries(dynamodb.rejected ?? {}))("as a construct refuses %s", (_, inputs) => {
  expect(() => made(inputs)).toThrow();
});

const { access, parts } = dynamodb.connections;
const isWriting = (action: string) => /:(Put|Update|Delete|BatchWrite|Create|Restore|Tag)/.test(action);

test("reading allows nothing that writes, on the table and its indexes alone", () => {
  expect(access.read?.actions.filter(isWriting)).toEqual([]);
  expect(access.read?.keyActions).toEqual(["kms:Decrypt"]);
  expect(access.read?.resources({ dynamodb_table_arn: "T" } as never).map(String)).toEqual(["T", "T/index/*"]);
});

test("reading and writing is what reading is and writing is", () => {
  const both = [...(access.read?.actions ?? []), ...(access.write?.actions ?? [])];
  expect(new Set(access.read_write?.actions)).toEqual(new Set(both));
});

test("an index can be read, not written", () => {
  expect(Object.keys(parts?.index?.access ?? {})).toEqual(["read"]);
  expect(parts?.index?.resources({ dynamodb_table_arn: "T" } as never, "by-status").map(String)).toEqual([
    "T/index/by-status",
  ]);
});

test("following changes is allowed on streams alone, and reads nothing of the table", () => {
  expect(access.stream?.actions.filter((action) => isWriting(action) || action === "dynamodb:GetItem")).toEqual([]);
  expect(access.stream?.resources({ dynamodb_table_arn: "T" } as never).map(String)).toEqual(["T/stream/*"]);
});

test.each(Object.entries(access))("%s is allowed on no resource but its own", (_, { resources }) => {
  const own = { dynamodb_table_arn: "own", dynamodb_table_stream_arn: "own" } as never;
  expect(
    resources(own)
      .map(String)
      .filter((resource) => !resource.startsWith("own")),
  ).toEqual([]);
});
