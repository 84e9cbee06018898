import type { Cloud } from "../cloud";
import { escapeAll, type Root, type Stack } from "../compose";
import type { Environment } from "../spec";
import { backendOf } from "../state";
import type { Json } from "./json";

type Tags = Environment["tags"];

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

/** What the `terraform` block of a root says of its state; `undefined` stands for one root with all workspaces. */
export function stateOf({ project, service }: Stack, environment: string | undefined): Json {
  const { name, state, environments } = project;
  const region = environments[0]?.settings.region;
  return escapeAll(backendOf(state, { project: name, service, environment, region })) as Json;
}

/** Tags of everything that an environment makes; those of the spec may say otherwise. */
export const defaultTags = (project: string, environment: string, tags: Tags): Tags => ({
  Project: project,
  Environment: environment,
  ManagedBy: "groundplan",
  ...(escapeAll(tags) as Tags),
});
