import { rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fakeTerraform } from "../run/fake-terraform";
import { project, shop } from "./projects";
import { type Around, run } from "./run";

// The first to render loads cdktf and its bindings from TypeScript.
jest.setTimeout(60_000);

const table = "module.system.module.orders_table.aws_dynamodb_table.this";
const replacing = {
  resource_changes: [
    {
      address: table,
      type: "aws_dynamodb_table",
      change: { actions: ["delete", "create"], replace_paths: [["hash_key"]] },
    },
  ],
};

/** Answers a plan with a change, and `show` with what is in it. */
const planning = (plan: object = {}) => `
case $1 in
  plan) echo "the plan"; exit 2;;
  show) echo '${JSON.stringify(plan)}';;
esac`;

async function rendered(script: string, spec = shop) {
  const [folder, fake] = [await project(spec), await fakeTerraform(script)];
  await run(folder, ["synth"]);
  const env = { PATH: process.env.PATH };
  return {
    folder,
    calls: async () => (await fake.calls()).map((call) => call.replaceAll(/[^\s=]*groundplan-\w+\/plan/g, "PLAN")),
    run: ([command = "", ...words]: readonly string[], around: Around = {}) =>
      run(folder, [command, "--bin", fake.file, ...words], { env, ...around }),
  };
}

const init = "dev: init -input=false";

test("a plan runs in the folder of the environment, with every option of Terraform as it is", async () => {
  const { calls, run } = await rendered(planning());
  expect(await run(["plan", "dev", "-target=a b", "-var", "x=1", "-no-color"])).toMatchObject({
    code: 0,
    stdout: "the plan\n",
  });
  expect(await calls()).toEqual([
    init,
    "dev: plan -input=false -detailed-exitcode -target=a b -var x=1 -no-color -out=PLAN",
    "dev: show -json PLAN",
  ]);
});

test("-detailed-exitcode is what it is in Terraform, after -- too", async () => {
  const { run } = await rendered(planning());
  expect((await run(["plan", "dev", "-detailed-exitcode"])).code).toBe(2);
  expect((await run(["plan", "dev", "--", "-detailed-exitcode"])).code).toBe(2);
  expect((await run(["plan", "dev"])).code).toBe(0);
});

test("a plan that replaces stored data is refused at its line, and so is its apply", async () => {
  const { calls, run } = await rendered(planning(replacing));
  const refused = await run(["plan", "prod"]);
  expect(refused).toMatchObject({ code: 1, stdout: "the plan\n" });
  expect(refused.stderr).toContain(
    `groundplan.yaml:13:17 error: orders.table: ${table} would be replaced with the data in it: hash_key cannot be changed in place`,
  );
  expect(refused.stderr).toContain(`--allow-data-loss ${table}`);
  expect((await run(["apply", "prod", "-auto-approve"])).code).toBe(1);
  expect((await calls()).filter((call) => / apply /.test(call))).toEqual([]);
});

test("it is let through by its exact address, once", async () => {
  const { calls, run } = await rendered(planning(replacing));
  const allow = (address: string) => run(["apply", "prod", "-auto-approve", "--allow-data-loss", address]);
  expect((await allow(table.replace(".this", ""))).code).toBe(1);
  expect((await allow(table)).code).toBe(0);
  expect((await calls()).at(-1)).toBe("prod: apply -auto-approve PLAN");
});

test("an environment that says `protected: false` is not even looked at", async () => {
  const { calls, run } = await rendered(planning(replacing), shop.replace("dev: {}", "dev: { protected: false }"));
  expect((await run(["plan", "dev"])).code).toBe(0);
  expect((await calls()).filter((call) => call.includes("show"))).toEqual([]);
});

test.each([
  ["yes", 0, true],
  ["y", 1, false],
  [undefined, 1, false],
])("asked, %j ends in %j", async (answer, code, isApplied) => {
  const { calls, run } = await rendered(planning());
  const answers = answer === undefined ? [] : [answer];
  const ran = await run(["apply", "dev", "-parallelism=2"], { answers });
  expect(ran.code).toBe(code);
  expect((await calls()).includes("dev: apply -parallelism=2 PLAN")).toBe(isApplied);
});

test("where nobody is there, nothing is applied or destroyed that was not approved", async () => {
  const { calls, run } = await rendered(planning());
  for (const command of ["apply", "destroy"])
    expect(await run([command, "dev"])).toMatchObject({ code: 1, stderr: expect.stringContaining("nobody is there") });
  expect(await calls()).toEqual([]);
});

test("destroy applies a plan to destroy", async () => {
  const { calls, run } = await rendered(planning());
  expect((await run(["destroy", "dev", "-auto-approve"])).code).toBe(0);
  expect((await calls())[1]).toBe("dev: plan -input=false -detailed-exitcode -destroy -out=PLAN");
});

test("a saved plan is checked as well, and applied without a question", async () => {
  const { calls, run } = await rendered(planning(replacing));
  expect((await run(["apply", "prod", "my.tfplan"])).code).toBe(1);
  expect((await run(["apply", "prod", "my.tfplan", "--allow-data-loss", table])).code).toBe(0);
  expect((await calls()).at(-1)).toBe("prod: apply my.tfplan");
});

test("workspaces: one root, the workspace of the environment and its values", async () => {
  const { calls, run } = await rendered(planning(), shop.replace("version: 1", "version: 1\nlayout: workspaces"));
  expect((await run(["plan", "prod"])).code).toBe(0);
  expect((await calls()).slice(0, 3)).toEqual([
    "infrastructure: init -input=false",
    "infrastructure: workspace select -or-create prod",
    "infrastructure: plan -input=false -var-file=environments/prod.tfvars.json -detailed-exitcode -out=PLAN",
  ]);
});

describe("nothing runs", () => {
  const refused = async (spoil: (folder: string) => Promise<unknown>, argv: string[]) => {
    const { folder, calls, run } = await rendered(planning());
    await spoil(folder);
    const { code, stderr } = await run(argv);
    return { code, stderr, calls: (await calls()).length };
  };

  test.each<[string, (folder: string) => Promise<unknown>]>([
    [
      "is not what groundplan.yaml renders to",
      (f) => writeFile(path.join(f, "groundplan.yaml"), shop.replace("256", "512")),
    ],
    [".artifacts/orders_function-", (f) => rm(path.join(f, "infrastructure/.artifacts"), { recursive: true })],
  ])("where the output folder %s, unless --stale", async (message, spoil) => {
    expect(await refused(spoil, ["plan", "dev"])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining(message),
      calls: 0,
    });
    expect(await refused(spoil, ["plan", "dev", "--stale"])).toMatchObject({ code: 0, calls: 3 });
  });

  test("in an environment that there is not", async () => {
    const ran = await refused(async () => {}, ["plan", "prd"]);
    expect(ran).toMatchObject({ code: 1, stderr: expect.stringContaining("did you mean prod?"), calls: 0 });
  });
});

test("drift reports every environment, goes on after an error, and ends with 1", async () => {
  const script = `
case "$1 $PWD" in
  plan*dev) exit 0;;
  plan*prod) printf 'Error: no credentials\\n' >&2; exit 1;;
esac`;
  const { run } = await rendered(script);
  const { code, stdout, stderr } = await run(["drift"]);
  expect(code).toBe(1);
  expect(stdout).toMatch(/^dev +as specified$/m);
  expect(stdout).toMatch(/^prod +error +no credentials$/m);
  expect(stderr).toMatch(/^dev: as specified, \d+ s$/m);
  expect(await run(["drift", "dev"])).toMatchObject({ code: 0 });
});

test("drift is 2 where something differs; --json names the component", async () => {
  const { run } = await rendered(planning(replacing));
  const { code, stdout } = await run(["drift", "dev", "--json"]);
  expect(code).toBe(2);
  expect(JSON.parse(stdout)).toEqual([
    {
      environment: "dev",
      drifted: [],
      pending: [{ component: "orders.table", address: table, actions: ["delete", "create"] }],
    },
  ]);
});
