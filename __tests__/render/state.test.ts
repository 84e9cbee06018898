import { backends } from "../../lib/state";
import { HEAD, rendered } from "./rendered";
import { states } from "./states";

const spec = (head: string) =>
  `${HEAD}${head}environments: { dev: {}, prod: {} }\nservices: { a: { b: { module: echo } } }`;

const each = states.map((one) => [one.name, one] as const);

test("there is a case for every backend", () => {
  expect(new Set(states.map(({ name }) => name.split(",")[0]))).toEqual(new Set(backends.keys()));
});

test.each(each)("%s: the state of an environment", async (_, { written, directories }) => {
  const tree = await rendered(spec(`state: ${written}\n`));
  expect(tree.at("environments/dev/backend.tf.json", "terraform")).toEqual(directories);
});

test.each(each)(
  "%s: no two environments share a state, unless each has a folder of its own",
  async (name, { written }) => {
    const tree = await rendered(spec(`state: ${written}\n`));
    const [dev, prod] = ["dev", "prod"].map((one) => tree.at(`environments/${one}/backend.tf.json`, "terraform"));
    expect(JSON.stringify(dev) === JSON.stringify(prod)).toBe(name === "local");
  },
);

test.each(each.filter(([, { workspaces }]) => workspaces))("%s: the state of all workspaces", async (_, one) => {
  const tree = await rendered(spec(`layout: workspaces\nstate: ${one.written}\n`));
  expect(tree.at("backend.tf.json", "terraform")).toEqual(one.workspaces);
});

test.each([
  ["s3, bucket: shop-state", "terraform.workspace == var.environment"],
  ["cloud, organization: acme", 'terraform.workspace == join("", ["shop-", var.environment])'],
  ["cloud, organization: acme, workspace_prefix: web_", 'terraform.workspace == join("", ["web_", var.environment])'],
  [
    "remote, organization: acme",
    'contains([var.environment, join("", ["shop-", var.environment])], terraform.workspace)',
  ],
])("a plan needs the workspace that %s knows the environment by", async (backend, condition) => {
  const tree = await rendered(spec(`layout: workspaces\nstate: { backend: ${backend} }\n`));
  expect(tree.at("outputs.tf.json", "output", "environment", "precondition", "0", "condition")).toBe(
    `\${${condition}}`,
  );
});

test("the text of an option is data, not a template", async () => {
  const state = `state: { backend: s3, bucket: b-1, assume_role: { role_arn: "arn:aws:iam::1:role/r", policy: "$\{aws:username}" } }\n`;
  const tree = await rendered(spec(state));
  expect(tree.at("environments/dev/backend.tf.json", "terraform", "backend", "s3", "assume_role", "policy")).toBe(
    "$${aws:username}",
  );
});

test.each([
  "postgres://db.example.com/state",
  "postgresql://ci@db.example.com:5432/state?sslmode=verify-full&connect_timeout=10",
  "postgres:///state?host=/run/postgresql",
])("a database may be %s", async (address) => {
  const tree = await rendered(spec(`state: { backend: pg, conn_str: "${address}" }\n`));
  expect(tree.at("environments/dev/backend.tf.json", "terraform", "backend", "pg", "conn_str")).toBe(address);
});
