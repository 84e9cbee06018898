import { lossesIn } from "../../lib/run";

const stored = new Set(["aws_dynamodb_table"]);
const change = (type: string, actions: string[], more: object = {}, changeMore: object = {}) => ({
  address: `module.system.module.a.${type}.this`,
  type,
  change: { actions, ...changeMore },
  ...more,
});

test.each([[["delete", "create"]], [["create", "delete"]]])(
  "%j is a replacement, and names every attribute that leads to it",
  (actions) => {
    const replace_paths = [["hash_key"], ["attribute", 0, "name"], ["hash_key"]];
    const plan = { resource_changes: [change("aws_dynamodb_table", actions, {}, { replace_paths })] };
    expect(lossesIn(plan, stored)).toEqual([
      {
        address: "module.system.module.a.aws_dynamodb_table.this",
        what: "replaced",
        because: "hash_key, attribute.0.name cannot be changed in place",
        attribute: "hash_key",
      },
    ]);
  },
);

test.each([
  [{ action_reason: "delete_because_no_module" }, "no component has it any more"],
  [{ action_reason: "delete_because_count_index" }, "this environment does not have its component any more"],
  [{ deposed: "abc" }, "it was left over by a replacement"],
  [{}, "this is a plan to destroy"],
])("a deletion with %j says why", (more, because) => {
  const plan = { resource_changes: [change("aws_dynamodb_table", ["delete"], more)] };
  expect(lossesIn(plan, stored)).toMatchObject([{ what: "deleted", because }]);
});

test("what keeps no data may go, and what keeps data may change in place, be made or be forgotten", () => {
  const kept = [["update"], ["create"], ["no-op"], ["forget"], ["read"]];
  const plan = {
    resource_changes: [
      change("aws_lambda_function", ["delete", "create"]),
      ...kept.map((actions) => change("aws_dynamodb_table", actions)),
    ],
  };
  expect(lossesIn(plan, stored)).toEqual([]);
  expect(lossesIn({}, stored)).toEqual([]);
});
