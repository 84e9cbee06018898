import type { Grant } from "../cloud";
import type { TerraformRoot } from "../render";
import type { Pipelines, Project } from "../spec";

/** What the files of runners are rendered from. */
export interface Run {
  readonly project: Project;
  readonly pipelines: Pipelines;
  /** Roots of the environments that are applied from a branch. */
  readonly roots: readonly TerraformRoot[];
  /** Whether roots need packages of code, which are in no repository. */
  readonly hasCode: boolean;
  /** Folders below the output folder of which a change may change the plan of a root, by its name; its own is not among them. */
  readonly sources: ReadonlyMap<string, readonly string[]>;
}

/** A path in the repository. */
export const inRepository = ({ pipelines: { folder } }: Run, path: string): string =>
  path === "." ? folder : `${folder}/${path}`;

/** The folder of the spec in the repository, and the output folder in it. */
export function specIn({ pipelines: { folder } }: Run): { readonly folder: string; readonly out: string } {
  const cut = folder.lastIndexOf("/");
  return { folder: cut < 0 ? "." : folder.slice(0, cut), out: folder.slice(cut + 1) };
}

/** Options of a plan that give an environment's values. */
export const valuesOf = ({ roots }: Run, environment: string): string =>
  roots.find((root) => root.environment === environment)?.values.join(" ") ?? "";

/** The plan of an environment for a pull request: as what, or why it is only validated. */
export type Planning = { readonly role?: string } | { readonly isOnlyValidated: true };

/** Code of a pull request gets no role that deploys: where there is one, only a role that plans stands in for it. */
export function planningOf(
  { pipelines: { planRoles, deployments } }: Run,
  environment: string,
  runner: "github" | "gitlab",
): Planning {
  const role = planRoles[environment];
  if (role !== undefined) return { role };
  return deployments[environment]?.[runner] ? { isOnlyValidated: true } : {};
}

/** The role of a job, as its cloud is told of it. */
export function grantOf({ project }: Run, environment: string, role: string, audience: string): Grant {
  const { settings } = project.environments.find(({ name }) => name === environment) ?? {};
  return { role, audience, region: settings?.region, session: `${project.name}-${environment}`.slice(0, 64) };
}

/** Where a root is applied with others in one folder, its workspace: made where it is not there yet. */
const workspace = ['terraform workspace select -or-create "$WORKSPACE"'];
const inWorkspace = ({ project }: Run) => (project.layout === "workspaces" ? workspace : []);

const words = (...all: readonly string[]) => all.filter((word) => word !== "").join(" ");

/** Lines for `sh` that plan a root, and apply that plan and no other. */
export const applying = (run: Run, environment: string): readonly string[] => [
  "terraform init -input=false",
  ...inWorkspace(run),
  words("terraform plan -input=false -lock-timeout=5m -out=apply.tfplan", valuesOf(run, environment)),
  "terraform apply -input=false -lock-timeout=5m apply.tfplan",
];

/**
 * Lines for `sh` that plan a root and change nothing, without a lock, which would keep an apply waiting. What a root needs
 * may not be there yet: then it is planned with placeholders.
 */
export function planning(run: Run, environment: string): readonly string[] {
  const plan = words("terraform plan -input=false -lock=false", valuesOf(run, environment));
  if (!hasPlaceholders(run, environment)) return ["terraform init -input=false", ...inWorkspace(run), plan];
  return [
    "terraform init -input=false",
    ...inWorkspace(run),
    `if ! ${plan}; then`,
    `  grep -qs '"placeholders"' variables.tf.json || exit 1`,
    '  echo "Once more with placeholders for what other services give: some may not be applied yet."',
    `  ${plan} -var placeholders=true`,
    "fi",
  ];
}

const hasPlaceholders = ({ roots }: Run, environment: string) =>
  roots.some((root) => root.environment === environment && root.after.length > 0);

/** Lines for `sh` that check a root without its state. */
export const validating: readonly string[] = ["terraform init -backend=false -input=false", "terraform validate"];
