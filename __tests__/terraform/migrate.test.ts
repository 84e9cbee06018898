import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { Sources } from "../../lib/diagnostic";
import { parseInventory, readInventory, scriptOf, transfersOf } from "../../lib/migrate";
import { rootsOf } from "../../lib/render";
import { inspect, type Synthesis, synth } from "../../lib/synth";
import { createBucket, newAccount } from "../support/account";
import { echoToolbox } from "../support/echo-toolbox";
import { scratchFolder } from "../support/folder";
import { Terraform } from "../support/terraform";

const account = newAccount();
const run = promisify(execFile);
const groundplan = ["node", require.resolve("tsx/cli"), path.join(__dirname, "..", "support", "echo-synth.ts")];

/** A project in a folder of its own, whose spec changes. */
class Project {
  static async create(head: string): Promise<Project> {
    const project = new Project(await scratchFolder());
    await project.write(head);
    await synth(project.options, echoToolbox);
    return project;
  }

  private constructor(readonly folder: string) {}

  private get options() {
    return { spec: path.join(this.folder, "groundplan.yaml"), out: this.out, sources: new Sources() };
  }

  private get out() {
    return path.join(this.folder, "infrastructure");
  }

  write(head: string): Promise<void> {
    const spec = `version: 1
name: shop
region: us-east-1
${head.includes("environments:") ? "" : "environments: { dev: {}, prod: {} }"}
${head}`;
    return writeFile(this.options.spec, spec);
  }

  synth(): Promise<Synthesis> {
    return synth(this.options, echoToolbox);
  }

  /** Does something in every root of the spec, those that others need first. */
  async inRoots(work: (terraform: Terraform, values: readonly string[], environment: string) => Promise<void>) {
    const { stacks } = await inspect(this.options, echoToolbox);
    for (const { folder, workspace, values, environment } of rootsOf(stacks)) {
      const terraform = new Terraform(path.join(this.out, folder), account.env);
      await terraform.init();
      if (workspace) await terraform.run("workspace select", workspace);
      await work(terraform, values, environment);
    }
  }

  /** Ids of everything, by environment and name. */
  async ids(): Promise<Record<string, unknown>> {
    const found: Record<string, unknown> = {};
    await this.inRoots(async (terraform) => {
      for (const { input, id } of Object.values(await terraform.resources())) if (input) found[String(input)] = id;
    });
    return found;
  }

  /** Makes the workspaces, and applies everything. */
  async apply(): Promise<void> {
    const { stacks } = await inspect(this.options, echoToolbox);
    for (const { folder, workspace } of rootsOf(stacks)) {
      if (!workspace) continue;
      const terraform = new Terraform(path.join(this.out, folder), account.env);
      await terraform.init();
      await terraform.run("workspace select", "-or-create", workspace);
    }
    await this.inRoots((terraform, values) => terraform.apply(...values));
  }

  /** The steps from the tree that is there to what the spec says, run as they are printed. */
  async migrate(): Promise<string> {
    const before = await readInventory(this.out);
    const { project, tree } = await inspect(this.options, echoToolbox);
    const after = parseInventory(tree.get("roots.json") ?? "");
    if (!before) throw new Error("nothing was rendered");
    const transfers = transfersOf(project, before, after);
    const synth = ["--spec", "groundplan.yaml", "--out", "infrastructure"];
    const template = echoToolbox.template("migrate.sh.hbs");
    const text = scriptOf({ name: "shop", before, after, transfers, out: "infrastructure", synth, template });
    await writeFile(path.join(this.folder, "migrate.sh"), text);
    const env = { ...process.env, ...account.env, GROUNDPLAN: groundplan.join(" "), TF_IN_AUTOMATION: "1" };
    await run("sh", ["migrate.sh"], { cwd: this.folder, env });
    return text;
  }
}

const services = `services:
  users: { table: { module: echo, text: u }, audit: { module: echo, only: [prod] } }
  orders: { worker: { module: echo, text: "\${users.table.text}", uses: { users.audit: read } } }
`;
const s3 = (key: string) => `state: { backend: s3, bucket: migrations, key_prefix: ${key} }`;
const local = "state: { backend: local, path_prefix: ../../../states }";

beforeAll(async () => {
  for (const bucket of ["migrations", "migrations-prod"]) await createBucket(account, bucket);
});

test.each([
  ["directories to workspaces", "", "layout: workspaces", "outputs"],
  ["workspaces to directories", "layout: workspaces", "layout: directories", "outputs"],
  ["one state to one per service", s3("a"), `states: service\n${s3("a")}`, "outputs"],
  ["one state per service to one", "states: service", "", "outputs"],
  [
    "one per service in directories to one in workspaces",
    `states: service\n${s3("b")}`,
    `layout: workspaces\n${s3("b")}`,
    "outputs",
  ],
  ["one backend to another", local, s3("c"), "nothing"],
  [
    "one bucket to another for prod alone",
    s3("f"),
    `${s3("f")}\nenvironments: { dev: {}, prod: { state: { bucket: migrations-prod } } }`,
    "nothing",
  ],
  ["one place to another, per service", `states: service\n${s3("d")}`, `states: service\n${s3("e")}`, "nothing"],
])("from %s, the printed steps move every state, and nothing is made anew", async (_, from, to, planned) => {
  const project = await Project.create(`${from}\n${services}`);
  await project.apply();
  const ids = await project.ids();
  expect(Object.keys(ids).sort()).toEqual([
    "shop-dev-orders-worker",
    "shop-dev-users-table",
    "shop-prod-orders-worker",
    "shop-prod-users-audit",
    "shop-prod-users-table",
  ]);
  await project.write(`${to}\n${services}`);
  await expect(project.synth()).rejects.toThrow(/would be elsewhere/);
  await project.migrate();
  expect(await project.ids()).toEqual(ids);
  // Outputs stay with a state that moves as a whole; else an apply that changes nothing else writes them.
  await project.inRoots(async (terraform, values) => {
    if (planned === "nothing") expect(await terraform.drift(...values)).toBe("");
    else expect(await terraform.drift(...values)).toContain("Changes to Outputs");
    expect(await terraform.planChanges(...values)).toEqual([]);
    await terraform.apply(...values);
    expect(await terraform.drift(...values)).toBe("");
  });
});

test("a component that moves to another service moves to the state of that, and is not made anew", async () => {
  const project = await Project.create(`states: service\n${s3("g")}\n${services}`);
  await project.apply();
  const ids = await project.ids();
  const moved = services.replace(", audit: { module: echo, only: [prod] }", "").replace("users.audit", "orders.log");
  const log = '  orders: { log: { module: echo, only: [prod], name: "${name}-${environment}-users-audit" }, worker:';
  await project.write(
    `states: service\n${s3("g")}\nmoved: [{ from: users.audit, to: orders.log }]\n${moved.replace("  orders: { worker:", log)}`,
  );
  const script = await project.migrate();
  expect(script).toMatch(/^move old\.prod\.users\.tfstate old\.prod\.orders\.tfstate .*users_audit .*orders_log$/m);
  expect(await project.ids()).toEqual(ids);
  await project.inRoots(async (terraform, values) => {
    expect(await terraform.planChanges(...values)).toEqual([]);
    await terraform.apply(...values);
  });
});

test("what the spec says nothing of stops the steps, and nothing is written", async () => {
  const project = await Project.create(services);
  await project.apply();
  const without = services
    .replace(", audit: { module: echo, only: [prod] }", "")
    .replace(", uses: { users.audit: read }", "");
  await project.write(`layout: workspaces\n${without}`);
  const error = await project.migrate().catch((thrown: Error) => thrown);
  expect(String(error)).toMatch(
    /Nothing was written\.[\s\S]*state of prod:\nmodule\.system\.module\.users_audit\[0\]\.terraform_data\.this/,
  );
  await project.write(services);
  await project.inRoots(async (terraform, values) => expect(await terraform.drift(...values)).toBe(""));
});
