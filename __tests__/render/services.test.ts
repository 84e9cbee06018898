import { compose } from "../../lib/compose";
import { renderTree, rootsOf } from "../../lib/render";
import { load } from "../spec/project";

const spec = (head = "") => `version: 1
name: shop
region: us-east-1
states: service
state: { backend: s3, bucket: shop-state }
environments: { dev: {}, prod: {} }
${head}
services:
  orders:
    worker: { module: echo, text: "\${users.table.text}", uses: { users.audit: read } }
  users:
    table: { module: echo, text: u }
    audit: { module: echo, text: a, only: [prod] }
  mail: { sender: { module: echo, words: "\${users.table.word_list}" } }
exports:
  first: "\${users.table.text}"
  both: "\${users.table.text} \${orders.worker.text}"
`;

async function rendered(head?: string) {
  const stacks = compose((await load(spec(head))).project, () => ({ name: "code.zip", hash: "" }));
  const tree = renderTree(stacks, new Map([["echo", new Map()]]), "");
  const at = (file: string, ...path: string[]) =>
    path.reduce<unknown>((value, key) => (value as Record<string, unknown>)?.[key], JSON.parse(tree.get(file) ?? "{}"));
  return { stacks, tree, at };
}

test("every service has a composition, and a root in each environment, in the order in which they are applied", async () => {
  const { stacks, at } = await rendered();
  expect(rootsOf(stacks).map(({ name, folder, after }) => [name, folder, after])).toEqual([
    ["dev/orders", "environments/dev/orders", ["dev/users"]],
    ["dev/users", "environments/dev/users", []],
    ["dev/mail", "environments/dev/mail", ["dev/users"]],
    ["prod/orders", "environments/prod/orders", ["prod/users"]],
    ["prod/users", "environments/prod/users", []],
    ["prod/mail", "environments/prod/mail", ["prod/users"]],
  ]);
  expect(at("services/orders/main.tf.json", "module", "orders_worker", "source")).toBe("../../modules/echo");
  expect(at("environments/dev/orders/main.tf.json", "module", "orders", "source")).toBe("../../../services/orders");
  expect(at("roots.json", "components", "users.audit")).toEqual({ module: "echo", calls: ["users_audit"] });
});

test("a root tells its composition what another state holds, and nothing of what is not there", async () => {
  const { at } = await rendered();
  const given = (environment: string) => at(`environments/${environment}/orders/main.tf.json`, "module", "orders");
  expect(given("dev")).toMatchObject({ users_audit: null });
  expect(given("prod")).toMatchObject({
    users_audit: {
      text: '${var.placeholders ? "placeholder-users-audit" : data.terraform_remote_state.users[0].outputs.users_audit.text}',
    },
  });
  expect(at("environments/dev/mail/main.tf.json", "module", "mail", "users_table", "word_list")).toBe(
    '${var.placeholders ? ["placeholder-users-table"] : data.terraform_remote_state.users[0].outputs.users_table.word_list}',
  );
  expect(at("environments/dev/users/main.tf.json", "data")).toBeUndefined();
  expect(at("environments/dev/users/variables.tf.json", "variable")).toBeUndefined();
});

test("with workspaces, the one root of a service looks up the state of the workspace", async () => {
  const { at } = await rendered("layout: workspaces");
  expect(at("services/orders/main.tf.json", "data", "terraform_remote_state", "users")).toEqual({
    count: "${var.placeholders ? 0 : 1}",
    backend: "s3",
    workspace: "${var.environment}",
    config: {
      bucket: "shop-state",
      key: "terraform.tfstate",
      workspace_key_prefix: "shop/users",
      region: "us-east-1",
      use_lockfile: true,
    },
  });
  expect(at("services/orders/main.tf.json", "module", "orders_worker", "text")).toBe(
    "${local.services.users_table.text}",
  );
  expect(at("services/orders/main.tf.json", "locals", "services", "users_audit")).toMatch(
    /^\$\{contains\(\["prod"\], var\.environment\) \? \{.*\} : null\}$/,
  );
});

test("an export is one of the last service that it needs", async () => {
  const { at } = await rendered();
  expect(at("services/users/outputs.tf.json", "output", "first", "value")).toBe("${module.users_table.text}");
  expect(at("services/orders/outputs.tf.json", "output", "both", "value")).toBe(
    "${var.users_table.text} ${module.orders_worker.text}",
  );
  expect(at("services/mail/outputs.tf.json", "output", "first")).toBeUndefined();
});

test("a folder of services is no root, and says which are", async () => {
  const { at } = await rendered();
  const [guard] = at("services/mail/outputs.tf.json", "output", "environment", "precondition") as [object];
  expect(guard).toMatchObject({
    error_message: expect.stringContaining("environments/dev/mail or environments/prod/mail"),
  });
});
