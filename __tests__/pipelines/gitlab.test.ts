import { type Files, type Json, many, rendered, S3 } from "./rendered";

const FILE = "pipelines/gitlab.yml";
const jobs = (files: Files): Record<string, Json> => files.at(FILE);
const foldersIn = (job: Json): string[] => job.parallel.matrix.map(({ FOLDER }: Json) => FOLDER);
const below = "infrastructure/environments";

const ROLES = `bootstrap:
  account: 999988887777
  deploy_roles: { prod: { gitlab: { project: example/shop, ref: v1, ref_type: tag } } }
`;

test("services are applied in waves, each a stage, and environments one after another", async () => {
  const all = jobs(await rendered(`${S3}states: service\npipelines: [gitlab]`));
  expect(all.stages).toEqual(["check", "plan", "dev:1", "dev:2", "dev:3", "prod:1", "prod:2", "prod:3"]);
  const applied = ["dev:1", "dev:2", "dev:3"].map((name) => [all[name].stage, foldersIn(all[name])]);
  expect(applied).toEqual([
    ["dev:1", [`${below}/dev/users`, `${below}/dev/audit`]],
    ["dev:2", [`${below}/dev/orders`]],
    ["dev:3", [`${below}/dev/mail`]],
  ]);
  expect(all["plan:dev"].stage).toBe("plan");
  expect(foldersIn(all["plan:dev"])).toHaveLength(4);
});

test("what is applied is the plan that was saved, and one at a time", async () => {
  const all = jobs(await rendered(`${S3}pipelines: [gitlab]`));
  expect(all["dev:1"]).toMatchObject({
    environment: { name: "dev" },
    resource_group: "$FOLDER",
    interruptible: false,
    rules: [{ if: '$CI_COMMIT_BRANCH == "main"' }],
  });
  expect(all["dev:1"].script.join("\n")).toBe(`cd "$FOLDER"
terraform init -input=false
terraform plan -input=false -lock-timeout=5m -out=apply.tfplan
terraform apply -input=false -lock-timeout=5m apply.tfplan
`);
});

test("with workspaces, a root is its folder, its workspace and its values", async () => {
  const all = jobs(await rendered(`${S3}layout: workspaces\npipelines: [gitlab]`));
  expect(all["prod:1"].parallel.matrix).toEqual([{ FOLDER: "infrastructure", WORKSPACE: "prod" }]);
  expect(all["prod:1"].resource_group).toBe("$FOLDER $WORKSPACE");
  expect(all["prod:1"].script.at(-1)).toContain('select -or-create "$WORKSPACE"\n');
  expect(all["prod:1"].script.at(-1)).toContain(" -var-file=environments/prod.tfvars.json\n");
});

test("a merge request plans, with placeholders only where that fails without", async () => {
  const all = jobs(await rendered(`${S3}states: service\npipelines: [gitlab]`));
  expect(all["plan:dev"].rules).toEqual([{ if: '$CI_PIPELINE_SOURCE == "merge_request_event"' }]);
  expect(all["plan:dev"].script.at(-1)).toContain("if ! terraform plan -input=false -lock=false; then\n");
});

test("a role is taken by the token of the job that it trusts, where that job runs", async () => {
  const all = jobs(await rendered(`${S3}${ROLES}pipelines: [gitlab]`));
  expect(all["prod:1"].rules).toEqual([{ if: '$CI_COMMIT_TAG == "v1"' }]);
  expect(all["prod:1"].id_tokens).toEqual({ AWS_ID_TOKEN: { aud: "https://gitlab.com" } });
  expect(all["prod:1"].script.slice(0, 3)).toEqual([
    "export AWS_ROLE_ARN='arn:aws:iam::999988887777:role/shop-prod-deploy' AWS_ROLE_SESSION_NAME=shop-prod",
    'export AWS_WEB_IDENTITY_TOKEN_FILE="$(mktemp)"',
    `printf '%s' "$AWS_ID_TOKEN" > "$AWS_WEB_IDENTITY_TOKEN_FILE"`,
  ]);
  expect(all["dev:1"]).not.toHaveProperty("id_tokens");
  expect(all.check.rules.map((rule: Json) => rule.if)).toContain('$CI_COMMIT_TAG == "v1"');
});

test("texts of the spec are data to GitLab", async () => {
  const audience = "bootstrap:\n  oidc: { gitlab: { audience: 'x-$CI_JOB_TOKEN' } }\n";
  const all = jobs(await rendered(`${S3}${ROLES.replace("bootstrap:\n", audience)}pipelines: [gitlab]`));
  expect(all["prod:1"].id_tokens.AWS_ID_TOKEN.aud).toBe("x-$$CI_JOB_TOKEN");
});

test("code of a merge request has no role that deploys: it is validated", async () => {
  const all = jobs(await rendered(`${S3}${ROLES}pipelines: [gitlab]`));
  expect(all["plan:prod"].script).toEqual([
    'cd "$FOLDER"',
    "terraform init -backend=false -input=false\nterraform validate\n",
  ]);
  expect(all["plan:dev"].script.at(-1)).toContain("terraform plan");
});

test("first of all the tree is held against the spec, and code is packaged for the others", async () => {
  const { check } = jobs(await rendered(`${S3}pipelines: { runners: [gitlab], folder: a/b/c }`, { hasCode: true }));
  expect(check.script).toEqual([
    "cd a/b",
    "npm ci --ignore-scripts",
    "npx --no-install groundplan synth --check --out c",
    "npx --no-install groundplan synth --out c",
  ]);
  expect(check.artifacts.paths).toEqual(["a/b/c/.artifacts/"]);
});

test("no matrix has more jobs than GitLab takes, and all roots are there", async () => {
  const spec = `environments: { dev: {} }\n${S3}states: service\npipelines: [gitlab]`;
  const all = jobs(await rendered(spec, { services: many(450) }));
  const applied = Object.entries(all).filter(([, job]) => job.stage === "dev:1");
  expect(applied.map(([name, job]) => [name, foldersIn(job).length])).toEqual([
    ["dev:1:1", 200],
    ["dev:1:2", 200],
    ["dev:1:3", 50],
  ]);
  expect(new Set(applied.flatMap(([, job]) => foldersIn(job))).size).toBe(450);
});

test("the file says the line that includes it", async () => {
  const files = await rendered(`${S3}pipelines: { runners: [gitlab], folder: shop/terraform }`);
  expect(files.text(FILE)).toContain("\n# include: [{ local: shop/terraform/pipelines/gitlab.yml }]\n");
});
