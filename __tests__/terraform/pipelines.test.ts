import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { parse } from "yaml";
import { Sources } from "../../lib/diagnostic";
import { synth } from "../../lib/synth";
import { toolbox } from "../../toolbox";
import { type Account, createBucket, newAccount } from "../support/account";
import { scratchFolder } from "../support/folder";

const spec = (layout: string, bucket: string) => `version: 1
name: shop
region: us-east-1
layout: ${layout}
environments: { dev: {} }
state: { backend: s3, bucket: ${bucket} }
states: service
pipelines: [github]
services:
  users: { table: { module: dynamodb, hash_key: id, attributes: { id: S } } }
  mail:
    table: { module: dynamodb, name: "mail-\${users.table.dynamodb_table_name}", hash_key: id, attributes: { id: S } }
`;

interface Ended {
  readonly code: unknown;
  readonly text: string;
}

/** What GitHub would run of a job for one root: the last step, with the matrix filled in. */
class Workflow {
  static async create(layout: string): Promise<Workflow> {
    const account = newAccount();
    const bucket = `pipelines-${account.id}`;
    await createBucket(account, bucket);
    const folder = await scratchFolder({ "groundplan.yaml": spec(layout, bucket) });
    const out = path.join(folder, "infrastructure");
    await synth({ spec: path.join(folder, "groundplan.yaml"), out, sources: new Sources() }, toolbox);
    return new Workflow(folder, account, parse(readFileSync(path.join(out, "pipelines", "github.yml"), "utf8")));
  }

  private constructor(
    readonly folder: string,
    private readonly account: Account,
    // biome-ignore lint/suspicious/noExplicitAny: data of GitHub's format
    private readonly workflow: any,
  ) {}

  run(id: string, root: string): Promise<Ended> {
    const job = this.workflow.jobs[id];
    const { include = job.strategy.matrix.root.map((one: string) => ({ root: one })) } = job.strategy.matrix;
    const entry = include.find((one: { root: string }) => one.root === root);
    const filled = (text: string) => text.replaceAll(/\$\{\{ matrix\.(\w+) \}\}/g, (_, key) => entry[key]);
    const { run, env = {}, "working-directory": folder } = job.steps.at(-1);
    const own = Object.entries<string>(env).map(([name, text]) => [name, filled(text)]);
    const { PATH, HOME, TF_CLI_CONFIG_FILE } = process.env;
    const all = {
      PATH,
      HOME,
      TF_CLI_CONFIG_FILE,
      ...this.account.env,
      ...this.workflow.env,
      ...Object.fromEntries(own),
    };
    const args = ["--noprofile", "--norc", "-eo", "pipefail", "-c", run];
    return new Promise((resolve) =>
      execFile("bash", args, { cwd: path.join(this.folder, filled(folder)), env: all }, (error, stdout, stderr) =>
        resolve({ code: error?.code ?? 0, text: `${stdout}${stderr}` }),
      ),
    );
  }
}

const placeholders = "Once more with placeholders";

test.each(["directories", "workspaces"])(
  "with %s, jobs plan what needs others before they are there, and apply in order what was planned",
  async (layout) => {
    const workflow = await Workflow.create(layout);
    const early = await workflow.run("plan_dev", "dev/mail");
    expect([early.code, early.text]).toEqual([0, expect.stringContaining(placeholders)]);
    for (const [id, root] of [
      ["dev_1", "dev/users"],
      ["dev_2", "dev/mail"],
    ] as const) {
      const { code, text } = await workflow.run(id, root);
      expect([code, text]).toEqual([0, expect.stringContaining("Apply complete!")]);
    }
    const late = await workflow.run("plan_dev", "dev/mail");
    expect([late.code, late.text]).toEqual([0, expect.stringContaining("No changes.")]);
    expect(late.text).not.toContain(placeholders);
  },
);

test("a plan that fails for another reason fails, with placeholders and without", async () => {
  const workflow = await Workflow.create("directories");
  const roots = path.join(workflow.folder, "infrastructure", "environments", "dev");
  for (const name of ["users", "mail"]) {
    const file = path.join(roots, name, "wrong.tf");
    await writeFile(file, 'output "wrong" {\n  value = local.nothing\n}\n');
    const { code, text } = await workflow.run("plan_dev", `dev/${name}`);
    expect([code, text]).toEqual([1, expect.stringContaining("local.nothing")]);
    await rm(file);
  }
});
