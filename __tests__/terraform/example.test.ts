import fs from "node:fs";
import path from "node:path";
import { Terraform } from "../support/terraform";
import { environments, Project, unprotected } from "./example-project";

const after =
  (line: string, ...added: string[]) =>
  (spec: string) => {
    const found = spec.split("\n").find((one) => one.trim() === line);
    if (found === undefined) throw new Error(`the example has no line ${line}`);
    const indent = " ".repeat(found.length - found.trimStart().length);
    return spec.replace(found, [found, ...added.map((one) => indent + one)].join("\n"));
  };

describe("a root per environment", () => {
  let project: Project;
  beforeAll(async () => {
    project = await Project.create("directories");
    for (const environment of environments) await project.root(environment).init();
  });

  test.each(environments)("%s applies, and plans nothing afterwards", async (environment) => {
    const terraform = project.root(environment);
    await terraform.apply();
    expect(await terraform.drift()).toBe("");
    const addresses = await terraform.stateList();
    expect(addresses).toContain("module.system.module.orders_table.aws_dynamodb_table.this");
    expect(addresses.some((one) => one.includes("orders_audit"))).toBe(environment !== "dev");
  });

  test("every alarm watches something that is there, and tells somebody who is", async () => {
    const found = Object.values(await project.root("prod").resources());
    const alarms = found.filter((one) => String(one.arn).includes(":alarm:"));
    const names = new Set(found.flatMap(({ id, name, function_name }) => [id, name, function_name]));
    const topics = found.map(({ arn }) => arn).filter((arn) => String(arn).includes(":sns:"));
    expect(alarms.length).toBeGreaterThan(20);
    for (const { metric_name, dimensions, metric_query, alarm_actions, ok_actions } of alarms) {
      const metrics = metric_name ? [{ dimensions }] : metricsOf(metric_query);
      expect(metrics.length).toBeGreaterThan(0);
      for (const metric of metrics) expect(strangersIn(metric.dimensions, names)).toEqual([]);
      expect(alarm_actions).toHaveLength(1);
      expect(topics).toContain((alarm_actions as string[])[0]);
      expect(ok_actions).toEqual(alarm_actions);
    }
  });

  test("the dashboard has a row for each service, and the same graphs at the same places in each", async () => {
    const [board] = Object.values(await project.root("prod").resources()).filter((one) => "dashboard_body" in one);
    const { widgets } = JSON.parse(String(board?.dashboard_body)) as { widgets: readonly Widget[] };
    const titles = widgets.filter(({ type }) => type === "text").map(({ properties }) => properties.markdown);
    expect(titles).toEqual(["## orders", "## platform", "## users"]);
    const places = new Map<unknown, Set<number>>();
    for (const { type, x, properties } of widgets)
      if (type === "metric") places.set(properties.title, (places.get(properties.title) ?? new Set()).add(x));
    expect(Object.fromEntries([...places].map(([title, xs]) => [title, [...xs]]))).toEqual({
      Errors: [0],
      Latency: [6],
      Saturation: [12],
      Traffic: [18],
    });
  });

  test("while the lock is held, another apply is refused", async () => {
    await project.render((spec) => spec.replace("timeout: 10", "timeout: 11"));
    const release = await project.root("dev").holdLock();
    await expect(project.root("dev").apply()).rejects.toThrow(/Error acquiring the state lock/);
    await release();
    await project.render();
  });

  test("in the folder that the environments share, a plan is refused and says where to go", async () => {
    const shared = new Terraform(project.out, project.account.env);
    await shared.init();
    const values = ["-var=environment=dev", ...nulls(project.out)];
    await expect(shared.plan(...values)).rejects.toThrow(
      /Run\s+Terraform in environments\/dev,\s+environments\/staging or\s+environments\/prod/,
    );
    fs.rmSync(path.join(project.out, ".terraform"), { recursive: true });
  });

  test("a component that is dropped from dev goes from dev, and nothing moves elsewhere; nor when it is back", async () => {
    await project.render(after("module: monitoring", "only: [staging, prod]"));
    for (const environment of ["staging", "prod"]) await expectNothing(project, environment);
    const gone = await plannedChanges(project, "dev");
    expect(gone.every(({ address }) => address.startsWith("module.system.module.platform_monitoring"))).toBe(true);
    expect(new Set(gone.flatMap(({ actions }) => actions))).toEqual(new Set(["delete"]));
    await project.render();
    for (const environment of environments) await expectNothing(project, environment);
  });

  test.each(environments)(
    "%s is destroyed: at once in dev, elsewhere once the protection is lifted",
    async (environment) => {
      const terraform = project.root(environment);
      if (environment !== "dev") {
        await expect(terraform.destroy()).rejects.toThrow(/DeletionProtectionEnabled/);
        await project.render(unprotected);
        await terraform.init();
        await terraform.apply();
      }
      await terraform.destroy();
      expect(await terraform.stateList()).toEqual([]);
    },
  );
});

interface Widget {
  readonly type: string;
  readonly x: number;
  readonly properties: Readonly<Record<string, unknown>>;
}

type Dimensions = Readonly<Record<string, string>>;

const metricsOf = (queries: unknown): readonly { readonly dimensions: Dimensions }[] =>
  (queries as { metric: { dimensions: Dimensions }[] }[]).flatMap(({ metric }) => metric);

/** Dimensions that name a resource, of which there is none of that name. */
const strangersIn = (dimensions: unknown, names: ReadonlySet<unknown>) =>
  Object.entries(dimensions as Dimensions).filter(
    ([key, value]) => !["Operation", "GlobalSecondaryIndexName"].includes(key) && !names.has(value),
  );

async function expectNothing(project: Project, environment: string): Promise<void> {
  await project.root(environment).init();
  expect(await project.root(environment).drift()).not.toMatch(/will be (created|destroyed|updated)|must be replaced/);
}

async function plannedChanges(project: Project, environment: string) {
  await project.root(environment).init();
  return (await project.root(environment).planChanges()).filter(({ actions }) => !actions.includes("no-op"));
}

/** Some value for every variable, so that Terraform comes as far as the guard. */
function nulls(out: string): string[] {
  const { variable } = JSON.parse(fs.readFileSync(path.join(out, "variables.tf.json"), "utf8"));
  const values = JSON.parse(fs.readFileSync(path.join(out, "environments", "dev", "main.tf.json"), "utf8")).module
    .system;
  return Object.keys(variable)
    .filter((name) => name !== "environment")
    .map((name) => `-var=${name}=${JSON.stringify(values[name] ?? null)}`);
}
