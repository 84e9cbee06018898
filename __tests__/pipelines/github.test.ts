import type { UserError } from "../../lib/diagnostic";
import { CLOUD, type Files, type Json, many, rendered, S3 } from "./rendered";

const FILE = "pipelines/github.yml";
const jobs = (files: Files) => files.at(FILE, "jobs") as Record<string, Json>;
const rootsIn = ({ strategy }: Json): string[] | undefined =>
  strategy && (strategy.matrix.root ?? strategy.matrix.include.map(({ root }: Json) => root));
const scripts = (job: Json) => job.steps.flatMap(({ run }: Json) => run ?? []).join("");
const uses = (job: Json | undefined, action: string) =>
  job.steps.find((step: Json) => step.uses?.startsWith(`${action}@`))?.with;

const ROLES = `bootstrap:
  account: 999988887777
  deploy_roles: { dev: { github: { repository: example/shop } }, prod: { github: { repository: example/shop, environment: live } } }
`;

test("services are applied in waves, and environments one after another", async () => {
  const all = jobs(await rendered(`${S3}states: service\npipelines: [github]`));
  expect(Object.entries(all).map(([id, job]) => [id, job.needs, rootsIn(job)])).toEqual([
    ["check", undefined, undefined],
    ["plan_dev", ["check"], ["dev/mail", "dev/orders", "dev/users", "dev/audit"]],
    ["plan_prod", ["check"], ["prod/mail", "prod/orders", "prod/users", "prod/audit"]],
    ["dev_1", ["check"], ["dev/users", "dev/audit"]],
    ["dev_2", ["dev_1"], ["dev/orders"]],
    ["dev_3", ["dev_2"], ["dev/mail"]],
    ["prod_1", ["dev_3"], ["prod/users", "prod/audit"]],
    ["prod_2", ["prod_1"], ["prod/orders"]],
    ["prod_3", ["prod_2"], ["prod/mail"]],
  ]);
});

test("with one state per environment, there is one job each", async () => {
  const all = jobs(await rendered(`${S3}pipelines: [github]`));
  expect(Object.keys(all)).toEqual(["check", "plan_dev", "plan_prod", "dev_1", "prod_1"]);
  expect(all.dev_1.strategy.matrix).toEqual({ root: ["dev"] });
  expect(all.dev_1.steps.at(-1)["working-directory"]).toBe("infrastructure/environments/${{ matrix.root }}");
});

test("what is applied is the plan that was saved, and one at a time", async () => {
  const { dev_1 } = jobs(await rendered(`${S3}pipelines: [github]`));
  expect(scripts(dev_1)).toBe(`terraform init -input=false
terraform plan -input=false -lock-timeout=5m -out=apply.tfplan
terraform apply -input=false -lock-timeout=5m apply.tfplan
`);
  expect(dev_1.concurrency).toEqual({ group: "shop ${{ matrix.root }}", "cancel-in-progress": false });
  expect(dev_1.if).toBe("github.event_name == 'push' && github.ref == 'refs/heads/main'");
  expect(dev_1.environment).toBe("dev");
});

test.each(["environment", "service"])(
  "with workspaces and a state per %s, a root is its folder, its workspace and its values",
  async (states) => {
    const all = jobs(
      await rendered(
        `${S3}layout: workspaces\nstates: ${states}\npipelines: { runners: [github], folder: shop/terraform }`,
      ),
    );
    const place =
      states === "service"
        ? { root: "dev/users", folder: "shop/terraform/services/users" }
        : { root: "dev", folder: "shop/terraform" };
    expect(all.dev_1.strategy.matrix.include).toContainEqual({ ...place, workspace: "dev" });
    expect(scripts(all.dev_1)).toContain('terraform workspace select -or-create "$WORKSPACE"\n');
    expect(scripts(all.prod_1)).toContain("-out=apply.tfplan -var-file=environments/prod.tfvars.json\n");
    expect(all.dev_1.steps.at(-1).env).toEqual({ WORKSPACE: "${{ matrix.workspace }}" });
  },
);

test("a plan changes nothing and takes no lock, and has placeholders only where it fails without", async () => {
  const { plan_dev } = jobs(await rendered(`${S3}states: service\npipelines: [github]`));
  expect(scripts(plan_dev)).toContain("if ! terraform plan -input=false -lock=false; then\n");
  expect(scripts(plan_dev)).toContain("  terraform plan -input=false -lock=false -var placeholders=true\nfi\n");
  expect(scripts(plan_dev)).toContain(`grep -qs '"placeholders"' variables.tf.json || exit 1`);
  const whole = jobs(await rendered(`${S3}pipelines: [github]`));
  expect(scripts(whole.plan_dev)).not.toContain("placeholders");
});

test("a job has the role that its environment is deployed as, by the subject that the role trusts", async () => {
  const { dev_1, prod_1 } = jobs(await rendered(`${S3}${ROLES}pipelines: [github]`));
  expect([dev_1, prod_1].map((job) => [job.environment, job.permissions])).toEqual(
    ["dev", "live"].map((name) => [name, { contents: "read", "id-token": "write" }]),
  );
  expect(uses(prod_1, "aws-actions/configure-aws-credentials")).toEqual({
    "role-to-assume": "arn:aws:iam::999988887777:role/shop-prod-deploy",
    "role-session-name": "shop-prod",
    audience: "sts.amazonaws.com",
    "aws-region": "eu-west-1",
  });
});

test("a role of a branch is taken on that branch, without an environment, and waits for nothing of another branch", async () => {
  const roles = ROLES.replace("environment: live", "branch: release");
  const files = await rendered(`${S3}${roles}pipelines: [github]`);
  const { dev_1, prod_1 } = jobs(files);
  expect(prod_1).not.toHaveProperty("environment");
  expect(prod_1.if).toBe("github.event_name == 'push' && github.ref == 'refs/heads/release'");
  expect([dev_1.needs, prod_1.needs]).toEqual([["check"], ["check"]]);
  expect(files.at(FILE, "on", "push", "branches")).toEqual(["main", "release"]);
});

test("code of a pull request has no role that deploys: it is validated, or planned as a role that plans", async () => {
  const plan = 'plan_roles: { prod: "arn:aws:iam::999988887777:role/plan" }';
  const { plan_dev, plan_prod } = jobs(
    await rendered(`${S3}${ROLES}pipelines: { runners: [github], secrets: [TOKEN], ${plan} }`),
  );
  expect(scripts(plan_dev)).toBe("terraform init -backend=false -input=false\nterraform validate\n");
  expect(plan_dev.permissions).toEqual({ contents: "read" });
  expect(JSON.stringify(plan_dev)).not.toContain("secrets.");
  expect(uses(plan_prod, "aws-actions/configure-aws-credentials")).toMatchObject({
    "role-to-assume": "arn:aws:iam::999988887777:role/plan",
  });
  expect([plan_dev, plan_prod].every((job) => !job.environment)).toBe(true);
  expect(plan_dev.if).toContain("github.event.pull_request.head.repo.full_name == github.repository");
});

test("texts of the spec are data to GitHub", async () => {
  const audience = "bootstrap:\n  oidc: { github: { audience: 'x-${{ secrets.A }}' } }\n";
  const { dev_1 } = jobs(await rendered(`${S3}${ROLES.replace("bootstrap:\n", audience)}pipelines: [github]`));
  expect(uses(dev_1, "aws-actions/configure-aws-credentials").audience).toBe("x-${{ '${{' }} secrets.A }}");
});

test("rights are none but to read, and no job keeps the token of the checkout", async () => {
  const files = await rendered(`${S3}${ROLES}pipelines: [github]`, { hasCode: true });
  expect(files.at(FILE, "permissions")).toEqual({ contents: "read" });
  for (const job of Object.values(jobs(files)))
    expect(uses(job, "actions/checkout")).toEqual({ "persist-credentials": false });
});

test("every action has a whole version", async () => {
  const text = (await rendered(`${S3}${ROLES}pipelines: [github]`, { hasCode: true })).text(FILE);
  const actions = [...text.matchAll(/uses: (.*)/g)].map(([, action]) => action);
  expect(actions.length).toBeGreaterThan(10);
  expect(actions.filter((action) => !/^[a-z/-]+@v\d+\.\d+\.\d+$/.test(action as string))).toEqual([]);
});

test("first of all the tree and the workflow are held against the spec, and code is packaged for the others", async () => {
  const files = await rendered(`${S3}pipelines: { runners: [github], folder: shop/terraform }`, { hasCode: true });
  const { check, dev_1 } = jobs(files);
  expect(scripts(check)).toContain("npx --no-install groundplan synth --check --out terraform\n");
  expect(scripts(check)).toContain("cmp shop/terraform/pipelines/github.yml");
  const artifact = { name: "code", path: "shop/terraform/.artifacts/" };
  expect(uses(check, "actions/upload-artifact")).toMatchObject({ ...artifact, "include-hidden-files": true });
  expect(uses(dev_1, "actions/download-artifact")).toEqual(artifact);
  expect(files.text(FILE)).toContain(
    "\n# mkdir -p .github/workflows && cp shop/terraform/pipelines/github.yml .github/workflows/shop.yml\n",
  );
});

test("secrets are told by name, to Terraform alone", async () => {
  const files = await rendered(`${CLOUD}pipelines: { runners: [github], secrets: [TF_TOKEN_app_terraform_io] }`);
  const { dev_1 } = jobs(files);
  expect(dev_1.steps.at(-1).env).toEqual({
    TF_TOKEN_app_terraform_io: "${{ secrets.TF_TOKEN_app_terraform_io }}",
  });
  expect(files.text(FILE).match(/secrets\./g)).toHaveLength(4);
});

test("an environment that lives for a short time is not applied from the branch", async () => {
  const spec = "environments: { dev: {}, preview: { profile: dev, ephemeral: true } }\n";
  expect(Object.keys(jobs(await rendered(`${spec}${S3}pipelines: [github]`)))).toEqual(["check", "plan_dev", "dev_1"]);
});

test("no matrix has more jobs than GitHub takes, and all roots are there", async () => {
  const services = `${many(600)}  last: { table: { <<: *table, name: "x-\${s0.table.dynamodb_table_name}" } }\n`;
  const spec = `environments: { dev: {} }\n${S3}states: service\npipelines: [github]`;
  const all = jobs(await rendered(spec, { services }));
  const sizes = Object.entries(all).map(([id, job]) => [id, rootsIn(job)?.length]);
  expect(sizes).toEqual([
    ["check", undefined],
    ...[1, 2, 3].map((i) => [`plan_dev_${i}`, i < 3 ? 256 : 89]),
    ...[1, 2, 3].map((i) => [`dev_1_${i}`, i < 3 ? 256 : 88]),
    ["dev_2", 1],
  ]);
  expect(all.dev_2.needs).toEqual(["dev_1_1", "dev_1_2", "dev_1_3"]);
  expect(new Set(Object.values(all).flatMap((job) => rootsIn(job) ?? [])).size).toBe(601);
});

test("a thousand services in three environments are a workflow that GitHub takes; what it would not is refused", async () => {
  const environments = "environments: { dev: {}, staging: {}, prod: {} }\n";
  const words = `${environments}${S3}states: service\npipelines: [github]`;
  const { texts } = await rendered(words, { services: many(1000) });
  expect(Buffer.byteLength(texts.get(FILE) as string)).toBeLessThan(400_000);
  const failed = await rendered(`layout: workspaces\n${words}`, { services: many(1000) }).catch(
    (error: unknown) => error,
  );
  expect((failed as UserError).diagnostics.map(({ message }) => message)).toEqual([
    expect.stringMatching(/^the workflow of GitHub would have \d+ bytes for 3000 roots, of 500000 that GitHub takes$/),
  ]);
}, 120_000);
