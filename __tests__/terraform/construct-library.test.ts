import { execFileSync, spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { newAccount } from "../support/account";
import { scratchFolder } from "../support/folder";
import { Terraform } from "../support/terraform";

const checkout = path.join(__dirname, "..", "..");
const tsx = path.join(checkout, "node_modules", "tsx", "dist", "cli.mjs");
let terraform: Terraform;

/** A project of its own, with what it depends on installed: Groundplan as it is published. */
beforeAll(async () => {
  execFileSync(process.execPath, [tsx, "scripts/build.ts", "--if-stale"], { cwd: checkout });
  const folder = await scratchFolder();
  fs.cpSync(path.join(checkout, "examples", "cdktf-app"), folder, { recursive: true });
  fs.symlinkSync(path.join(checkout, "node_modules"), path.join(folder, "node_modules"));
  fs.mkdirSync(path.join(folder, "own"));
  fs.symlinkSync(checkout, path.join(folder, "own", "groundplan"));
  const env = { ...process.env, NODE_PATH: path.join(folder, "own"), CDKTF_OUTDIR: "cdktf.out" };
  const { status, stderr } = spawnSync(process.execPath, [tsx, "main.ts"], { cwd: folder, env, encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  const root = path.join(folder, "cdktf.out", "stacks", "orders");
  fs.writeFileSync(path.join(root, "code.zip"), "");
  fs.writeFileSync(path.join(root, "provider_override.tf.json"), JSON.stringify(pinned));
  terraform = new Terraform(root, newAccount().env);
  await terraform.init();
});

/** The bindings ask for the provider that they were generated from; the tests have 5.100. */
const pinned = { terraform: { required_providers: { aws: { source: "hashicorp/aws", version: "~> 5.100" } } } };

test("an app of one's own applies the modules as constructs, beside resources of the provider", async () => {
  await terraform.apply();
  expect(await terraform.drift()).toBe("");
  const { function: arn, url } = await terraform.output();
  expect(arn).toMatch(/^arn:aws:lambda:us-east-1:\d{12}:function:orders$/);
  expect(url).toMatch(/^https:\/\/\w+\.execute-api\.us-east-1\.amazonaws\.com$/);
  await terraform.destroy();
});
