import { UserError } from "../../lib/diagnostic";
import { CLOUD, many, rendered } from "./rendered";

const MAIN = "pipelines/hcp/main.tf.json";

test("a root is a workspace, by the name that its own files have for it", async () => {
  const { tfe_workspace } = (await rendered(`${CLOUD}states: service\npipelines: [hcp]`)).at(MAIN, "resource");
  expect(Object.keys(tfe_workspace)).toHaveLength(8);
  expect(tfe_workspace.prod_users).toMatchObject({
    name: "shop-users_prod",
    working_directory: "infrastructure/environments/prod/users",
    terraform_version: "1.11.4",
    auto_apply: false,
    queue_all_runs: false,
    trigger_patterns: [
      "/infrastructure/environments/prod/users/*.tf*",
      "/infrastructure/services/users/*.tf*",
      "/infrastructure/modules/dynamodb/*.tf*",
    ],
  });
});

test("a run of what a root needs is followed by one of the root, which may read that state and no other", async () => {
  const { tfe_workspace, tfe_run_trigger } = (await rendered(`${CLOUD}states: service\npipelines: [hcp]`)).at(
    MAIN,
    "resource",
  );
  expect(Object.keys(tfe_run_trigger)).toHaveLength(4);
  expect(tfe_run_trigger.dev_orders_after_dev_users).toEqual({
    workspace_id: "${tfe_workspace.dev_orders.id}",
    sourceable_id: "${tfe_workspace.dev_users.id}",
  });
  expect(tfe_workspace.dev_users.remote_state_consumer_ids).toEqual(["${tfe_workspace.dev_orders.id}"]);
  expect(tfe_workspace.dev_audit).not.toHaveProperty("remote_state_consumer_ids");
  expect(tfe_workspace.dev_audit.global_remote_state).toBe(false);
});

test("with workspaces in one folder, a variable tells a run the values of its environment", async () => {
  const spec = `${CLOUD}layout: workspaces\npipelines: [hcp]`;
  const { tfe_workspace, tfe_variable } = (await rendered(spec)).at(MAIN, "resource");
  expect(tfe_workspace.prod).toMatchObject({
    name: "shop-prod",
    tag_names: ["shop"],
    working_directory: "infrastructure",
  });
  expect(tfe_workspace.prod.trigger_patterns).toContain("/infrastructure/environments/prod.tfvars.json");
  expect(tfe_variable.prod).toMatchObject({
    category: "env",
    key: "TF_CLI_ARGS_plan",
    value: "-var-file=environments/prod.tfvars.json",
  });
});

test.each([
  ["directories", "shop-prod"],
  ["workspaces", "shop-prod"],
])("of the backend remote with %s, workspaces have their whole names", async (layout, name) => {
  const spec = `state: { backend: remote, organization: acme }\nlayout: ${layout}\npipelines: [hcp]`;
  expect((await rendered(spec)).at(MAIN, "resource", "tfe_workspace", "prod", "name")).toBe(name);
});

test("workspaces are in the project and on the host that the state is in; texts are data", async () => {
  const state = 'state: { backend: cloud, organization: "a${b}", hostname: tfe.example.com, project: Shop }\n';
  const files = await rendered(`${state}pipelines: [hcp]`);
  expect(files.at(MAIN, "data", "tfe_project", "this")).toEqual({ name: "Shop", organization: "a$${b}" });
  expect(files.at(MAIN, "resource", "tfe_workspace", "dev", "project_id")).toBe("${data.tfe_project.this.id}");
  expect(files.at("pipelines/hcp/providers.tf.json", "provider", "tfe")).toEqual({
    organization: "a$${b}",
    hostname: "tfe.example.com",
  });
});

test("a service that needs more others than there are triggers is refused", async () => {
  const all = Array.from({ length: 21 }, (_, i) => `\${s${i}.table.dynamodb_table_name}`).join(" ");
  const services = `${many(21)}  last: { parameters: { module: ssm-parameters, parameters: { all: { name: /all, value: "${all}" } } } }\n`;
  const failed = await rendered(`${CLOUD}states: service\npipelines: [hcp]`, { services }).catch(
    (error: unknown) => error,
  );
  expect(failed).toBeInstanceOf(UserError);
  expect((failed as UserError).diagnostics.map(({ message }) => message)).toEqual([
    "last needs 21 other services, and a workspace of HCP Terraform has at most 20 run triggers",
  ]);
});
