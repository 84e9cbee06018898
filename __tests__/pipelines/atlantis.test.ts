import { type Json, rendered, S3 } from "./rendered";

const FILE = "pipelines/atlantis.yaml";

/** https://www.runatlantis.io/docs/repo-level-atlantis-yaml */
const KEYS = {
  file: ["version", "parallel_plan", "parallel_apply", "abort_on_execution_order_fail", "projects", "workflows"],
  project: [
    ...["name", "branch", "dir", "workspace", "execution_order_group", "depends_on", "terraform_version"],
    ...["autoplan", "workflow"],
  ],
  autoplan: ["enabled", "when_modified"],
};

const unknown = (value: object, known: readonly string[]) => Object.keys(value).filter((key) => !known.includes(key));

test.each(["directories", "workspaces"])(
  "with %s, the file has keys that Atlantis knows, and no others",
  async (layout) => {
    const file = (await rendered(`${S3}layout: ${layout}\nstates: service\npipelines: [atlantis]`)).at(FILE);
    expect(file.version).toBe(3);
    expect(unknown(file, KEYS.file)).toEqual([]);
    expect(file.projects).toHaveLength(8);
    for (const project of file.projects) {
      expect(unknown(project, KEYS.project)).toEqual([]);
      expect(unknown(project.autoplan, KEYS.autoplan)).toEqual([]);
    }
  },
);

test("a root is applied after what it needs, and after itself in the environment before", async () => {
  const { projects } = (await rendered(`${S3}states: service\npipelines: [atlantis]`)).at(FILE);
  const orders = projects.filter(({ name }: Json) => name.endsWith("/orders"));
  expect(orders.map((one: Json) => [one.name, one.execution_order_group, one.depends_on])).toEqual([
    ["dev/orders", 1, ["dev/users"]],
    ["prod/orders", 4, ["prod/users", "dev/orders"]],
  ]);
  const names = projects.map(({ name }: Json) => name);
  expect(projects.flatMap((one: Json) => one.depends_on ?? []).filter((name: string) => !names.includes(name))).toEqual(
    [],
  );
});

test("a root is planned when its own files change, its composition, or a module that it calls", async () => {
  const { projects } = (await rendered(`${S3}states: service\npipelines: [atlantis]`)).at(FILE);
  expect(projects.find(({ name }: Json) => name === "dev/users")).toMatchObject({
    dir: "infrastructure/environments/dev/users",
    branch: "/^main$/",
    autoplan: {
      enabled: true,
      when_modified: [
        "*.tf*",
        ".terraform.lock.hcl",
        "../../../services/users/*.tf*",
        "../../../modules/dynamodb/*.tf*",
      ],
    },
  });
});

test("a branch is a name, not a pattern", async () => {
  const file = (await rendered(`${S3}pipelines: { runners: [atlantis], branch: release/1.x }`)).at(FILE);
  expect(file.projects[0].branch).toBe("/^release\\/1\\.x$/");
});

test("with workspaces, a workflow gives the values of the environment", async () => {
  const files = await rendered(`${S3}layout: workspaces\npipelines: [atlantis]`);
  const { projects, workflows } = files.at(FILE);
  expect(projects.map(({ dir, workspace, workflow }: Json) => [dir, workspace, workflow])).toEqual([
    ["infrastructure", "dev", "dev"],
    ["infrastructure", "prod", "prod"],
  ]);
  expect(workflows.prod.plan.steps).toEqual([
    "init",
    { plan: { extra_args: ["-var-file=environments/prod.tfvars.json"] } },
  ]);
  expect(projects[0].autoplan.when_modified).toContain("environments/dev.tfvars.json");
  expect(files.text(FILE)).toContain("#   allow_custom_workflows: true\n");
});
