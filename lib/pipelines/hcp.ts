import type { TerraformRoot } from "../render";
import { inRepository, type Run } from "./run";

type Json = Readonly<Record<string, unknown>>;

/** The block of a state that is in HCP Terraform; its texts are Terraform templates already. */
interface Block {
  readonly organization: string;
  readonly hostname?: string;
  readonly workspaces: {
    readonly name?: string;
    readonly prefix?: string;
    readonly tags?: readonly string[];
    readonly project?: string;
  };
}

/**
 * The root that makes the workspaces of HCP Terraform, and what triggers a run in which. Arguments:
 * https://registry.terraform.io/providers/hashicorp/tfe/latest/docs
 */
export function hcp(run: Run): Readonly<Record<string, Json>> {
  const block = blockOf(run.roots[0] as TerraformRoot);
  const { organization, hostname } = block;
  const place = { organization, ...(hostname === undefined ? {} : { hostname }) };
  const { project } = block.workspaces;
  return {
    "main.tf.json": {
      ...(project === undefined ? {} : { data: { tfe_project: { this: { name: project, organization } } } }),
      resource: {
        tfe_workspace: each(run, workspaceOf),
        ...ifAny("tfe_variable", variables(run)),
        ...ifAny("tfe_run_trigger", triggers(run)),
      },
    },
    "variables.tf.json": { variable: repository },
    "providers.tf.json": {
      terraform: {
        required_version: ">= 1.10",
        required_providers: { tfe: { source: "hashicorp/tfe", version: "~> 0.55" } },
        // Names of environments have no _, so no other workspace has this name.
        cloud: { ...place, workspaces: { name: `${run.project.name}_workspaces` } },
      },
      provider: { tfe: place },
    },
  };
}

const blockOf = ({ state }: TerraformRoot): Block => {
  const { cloud, backend } = state as { readonly cloud?: Block; readonly backend?: { readonly remote: Block } };
  return (cloud ?? backend?.remote) as Block;
};

const ifAny = (type: string, resources: Json): Json => (Object.keys(resources).length > 0 ? { [type]: resources } : {});

const labelOf = (name: string) => name.replaceAll("/", "_");

const each = (run: Run, one: (root: TerraformRoot, run: Run) => Json): Json =>
  Object.fromEntries(run.roots.map((root) => [labelOf(root.name), one(root, run)]));

const repository: Json = {
  vcs_repo: {
    description: "The repository that runs are of; without it, runs are of what a command line uploads.",
    type: "object({ identifier = string, oauth_token_id = optional(string), github_app_installation_id = optional(string) })",
    default: null,
  },
};

const vcsRepo = (branch: string) => ({
  for_each: "${var.vcs_repo[*]}",
  content: {
    identifier: "${vcs_repo.value.identifier}",
    branch,
    oauth_token_id: "${vcs_repo.value.oauth_token_id}",
    github_app_installation_id: "${vcs_repo.value.github_app_installation_id}",
  },
});

function workspaceOf(root: TerraformRoot, run: Run): Json {
  const { workspaces } = blockOf(root);
  const { branch, terraform } = run.pipelines;
  const consumers = run.roots.filter(({ after }) => after.includes(root.name));
  const readers = run.project.stateReferences === "remote_state" ? consumers : [];
  return {
    name: nameOf(root),
    ...(workspaces.tags ? { tag_names: workspaces.tags } : {}),
    ...(workspaces.project === undefined ? {} : { project_id: "${data.tfe_project.this.id}" }),
    working_directory: inRepository(run, root.folder),
    terraform_version: terraform,
    auto_apply: false,
    // A first run of everything at once would not find what it needs: the first ones are started in order.
    queue_all_runs: false,
    trigger_patterns: patterns(run, root),
    global_remote_state: false,
    ...(readers.length > 0 ? { remote_state_consumer_ids: readers.map((reader) => idOf(reader.name)) } : {}),
    dynamic: { vcs_repo: vcsRepo(branch) },
  };
}

/** A workspace by its whole name, which the command line may know without its beginning. */
function nameOf(root: TerraformRoot): string {
  const { name, prefix } = blockOf(root).workspaces;
  if (name !== undefined) return name;
  return prefix === undefined ? (root.workspace as string) : `${prefix}${root.environment}`;
}

/** Files of which a change starts a run. */
function patterns(run: Run, root: TerraformRoot): readonly string[] {
  const folders = [root.folder, ...(run.sources.get(root.name) ?? [])];
  const values = root.workspace === undefined ? [] : [`${root.folder}/environments/${root.environment}.tfvars.json`];
  return [...folders.map((folder) => `${folder}/*.tf*`), ...values].map(
    (one) => `/${inRepository(run, one).replace("/./", "/")}`,
  );
}

const idOf = (name: string) => `\${tfe_workspace.${labelOf(name)}.id}`;

/** With workspaces in one folder, a run is told by a variable which values are the environment's. */
function variables(run: Run): Json {
  const told = run.roots.filter(({ values }) => values.length > 0);
  return Object.fromEntries(
    told.map(({ name, values }) => [
      labelOf(name),
      {
        workspace_id: idOf(name),
        category: "env",
        key: "TF_CLI_ARGS_plan",
        value: values.join(" "),
        description: "The values of the environment.",
      },
    ]),
  );
}

/** A run of what a root needs is followed by a run of it. */
function triggers(run: Run): Json {
  const pairs = run.roots.flatMap(({ name, after }) => after.map((needed) => [name, needed] as const));
  return Object.fromEntries(
    pairs.map(([name, needed]) => [
      `${labelOf(name)}_after_${labelOf(needed)}`,
      { workspace_id: idOf(name), sourceable_id: idOf(needed) },
    ]),
  );
}
