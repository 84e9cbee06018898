import { scratchFolder } from "../support/folder";
import { Terraform } from "../support/terraform";
import { Project } from "./example-project";

/** What the company has already: a network in each environment, and a bus. */
const there = {
  provider: { aws: { region: "eu-west-1" } },
  resource: {
    aws_vpc: {
      this: {
        for_each: '${toset(["dev", "test", "staging", "prod", "pr-42"])}',
        cidr_block: "10.0.0.0/16",
        tags: { Name: "acme-${each.key}" },
      },
    },
    aws_subnet: {
      this: {
        for_each: "${aws_vpc.this}",
        vpc_id: "${each.value.id}",
        cidr_block: "10.0.1.0/24",
        tags: { Tier: "private" },
      },
    },
    aws_cloudwatch_event_bus: { this: { name: "acme-events" } },
  },
};

let project: Project;
let neighbours: Terraform;

beforeAll(async () => {
  project = await Project.create("company", undefined, "company");
  neighbours = new Terraform(await scratchFolder({ "main.tf.json": JSON.stringify(there) }), project.account.env);
  await neighbours.init();
  await neighbours.apply();
});

const applied = async (environment: string) => {
  const terraform = project.root(environment);
  await terraform.init();
  await terraform.apply();
  expect(await terraform.drift()).toBe("");
  return terraform;
};

test("dev applies, and plans nothing afterwards; so does a branch that shares its catalogue", async () => {
  const dev = await applied("dev");
  await project.render(undefined, { preview: "pr-42" });
  const branch = await applied("pr-42");
  const [own, others] = [await branch.stateList(), await dev.resources()];
  expect(own.some((one) => one.includes("products_table.aws_dynamodb_table"))).toBe(false);
  expect(own.some((one) => one.includes("prices_rules_table"))).toBe(true);
  const policies = Object.entries(await branch.resources()).filter(([address]) =>
    address.includes("products_function.aws_iam_role_policy."),
  );
  const table = Object.values(others).find(({ name }) => name === "acme-dev-products-table");
  expect(policies.map(([, { policy }]) => policy).join()).toContain(`"${table?.arn}"`);
  await branch.destroy();
  expect(await branch.stateList()).toEqual([]);
});

test("a table is in the region that it says", async () => {
  const found = await project.root("dev").resources();
  const arnOf = (name: string) => Object.values(found).find((one) => one.name === name)?.arn;
  expect(arnOf("acme-dev-payments-keys")).toMatch(/^arn:aws:dynamodb:us-east-1:/);
  expect(arnOf("acme-dev-ledger-entries")).toMatch(/^arn:aws:dynamodb:eu-west-1:/);
});

test("each country has a function of its own, and what others may rely on is exported", async () => {
  const found = await project.root("dev").resources();
  const countries = Object.values(found).flatMap(({ function_name, environment }) =>
    String(function_name).startsWith("acme-dev-reports-country") ? [environment] : [],
  );
  const variables = countries.map((one) => (one as [{ variables: Record<string, string> }])[0].variables);
  expect(variables.map(({ COUNTRY, CURRENCY }) => [COUNTRY, CURRENCY]).sort()).toEqual([
    ["de", "EUR"],
    ["us", "USD"],
  ]);
  const url = (await project.root("dev").output()).api_url;
  expect(Object.values(found).filter(({ name }) => name === "/acme/dev/api-url")).toMatchObject([
    { insecure_value: url },
  ]);
});

test.each(["test", "staging", "prod"])("%s plans", async (environment) => {
  const terraform = project.root(environment);
  await terraform.init();
  const changes = await terraform.planChanges();
  expect(changes.length).toBeGreaterThan(50);
  expect(changes.some(({ type }) => type === "aws_cloudwatch_metric_alarm")).toBe(environment !== "test");
});

test("dev is destroyed, and what was there stays", async () => {
  await project.root("dev").destroy();
  expect(await project.root("dev").stateList()).toEqual([]);
  expect(await neighbours.drift()).toBe("");
  await neighbours.destroy();
});
