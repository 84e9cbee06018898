import type { Cloud } from "../cloud";
import { escapeAll, type Root, type Stack } from "../compose";
import type { Environment, Project } from "../spec";
import type { Json } from "./json";

/** The versions that an environment's root is held to. */
export const rootVersions = ({ name, source, pinned }: Cloud): Json => ({
  required_version: ">= 1.10",
  required_providers: { [name]: { source, version: pinned } },
});

/** The oldest versions that modules and the composition work with. */
export const moduleVersions = ({ name, source, minimum }: Cloud): Json => ({
  terraform: { required_version: ">= 1.9", required_providers: { [name]: { source, version: minimum } } },
});

/** What an environment's root gives to the composition; strings are Terraform templates. */
export const rootArguments = ({ environment, values }: Root, stack: Stack): Json => ({
  environment: environment.name,
  ...Object.fromEntries(toldBuiltins(stack).map((name) => [name, environment.settings[name]])),
  ...(escapeAll(values) as Json),
});

/** Built-in references in the composition that its roots must answer. */
export const toldBuiltins = ({ builtins, project }: Stack): readonly string[] =>
  [...builtins].filter((name) => project.cloud.builtins[name] && !project.cloud.builtins[name]?.data).sort();

/** The state backend of an environment; `undefined` stands for the state shared by all workspaces. */
export function backendOf({ name, state, environments }: Project, environment: string | undefined): Json {
  if (state.backend === "local") return { local: { path: "terraform.tfstate" } };
  const place =
    environment === undefined
      ? { key: "terraform.tfstate", workspace_key_prefix: name }
      : { key: `${name}/${environment}/terraform.tfstate` };
  const region = state.region ?? environments[0]?.settings.region;
  const key = state.kms_key_id === undefined ? {} : { kms_key_id: state.kms_key_id };
  return { s3: { bucket: state.bucket, ...place, region, encrypt: true, use_lockfile: true, ...key } };
}

/** The provider of an environment: its settings, and tags on everything. */
export const providerOf = ({ name, settings }: Environment, { cloud, name: project }: Project): Json =>
  cloud.provider(settings, defaultTags(project, name));

/** Tags of everything that an environment makes. */
export const defaultTags = (project: string, environment: string): Record<string, string> => ({
  Project: project,
  Environment: environment,
  ManagedBy: "groundplan",
});
