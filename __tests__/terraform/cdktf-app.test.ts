import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { type Account, newAccount } from "../support/account";
import { scratchFolder } from "../support/folder";
import { Terraform } from "../support/terraform";

const checkout = path.join(__dirname, "..", "..");
const account: Account = newAccount();
let folder: string;

beforeAll(async () => {
  folder = await scratchFolder();
  fs.cpSync(path.join(checkout, "examples", "serverless-api"), folder, { recursive: true });
  const spec = path.join(folder, "groundplan.yaml");
  const text = fs.readFileSync(spec, "utf8").replace(/state:\n {2}backend: s3\n {2}bucket: .*\n/, "");
  fs.writeFileSync(spec, text.replace("111122223333", account.id));
  const env = {
    ...process.env,
    GROUNDPLAN_SPEC: spec,
    GROUNDPLAN_OUT: path.join(folder, "infrastructure"),
    CDKTF_OUTDIR: path.join(folder, "cdktf.out"),
  };
  const app = spawnSync("npx", ["tsx", "main.ts"], { cwd: checkout, env, encoding: "utf8" });
  expect(app.stderr.replace(/^npm warn.*\n/gm, "")).toBe("");
});

test("the app has a stack per environment", () => {
  const manifest = JSON.parse(fs.readFileSync(path.join(folder, "cdktf.out", "manifest.json"), "utf8"));
  expect(Object.keys(manifest.stacks).sort()).toEqual(["dev", "prod", "staging"]);
});

test.each(["dev", "staging", "prod"])(
  "the stack %s plans what its environment plans, at the same addresses",
  async (environment) => {
    const [stack, root] = [
      await planned(path.join(folder, "cdktf.out", "stacks", environment)),
      await planned(path.join(folder, "infrastructure", "environments", environment)),
    ];
    expect(root.length).toBeGreaterThan(5);
    expect(stack).toEqual(root);
  },
);

test("the stack dev is applied, planned empty and destroyed", async () => {
  const terraform = new Terraform(path.join(folder, "cdktf.out", "stacks", "dev"), account.env);
  await terraform.apply();
  expect(await terraform.drift()).toBe("");
  await terraform.destroy();
  expect(await terraform.stateList()).toEqual([]);
});

/** What a root would make; paths of packages differ with the folder that they are named from. */
async function planned(root: string): Promise<unknown[]> {
  const terraform = new Terraform(root, account.env);
  await terraform.init();
  const changes = await terraform.planChanges();
  return changes.map(({ address, actions, after }) => ({ address, actions, after: { ...after, filename: undefined } }));
}
