import type { Cloud } from "../cloud";
import { escapeAll, type Root, type Stack } from "../compose";
import type { Environment, Project } from "../spec";
import { backendOf } from "../state";
import type { Json } from "./json";

type Tags = Environment["tags"];

/** The versions that an environment's root is held to. */
export const rootVersions = ({ name, source, pinned }: Cloud): Json => ({
  required_version: ">= 1.10",
  required_providers: { [name]: { source, version: pinned } },
});

/** The oldest versions that modules and the composition work with. */
export const moduleVersions = ({ name, source, minimum }: Cloud, terraform = ">= 1.9"): Json => ({
  terraform: { required_version: terraform, required_providers: { [name]: { source, version: minimum } } },
});

/** What an environment's root gives to the composition; strings are Terraform templates. */
export const rootArguments = ({ environment, values }: Root, stack: Stack): Json => ({
  environment: environment.name,
  ...Object.fromEntries(toldBuiltins(stack).map((name) => [name, environment.settings[name]])),
  ...(escapeAll(values) as Json),
  ...Object.fromEntries(atDeploy(stack).map(({ variable }) => [variable, `\${var.${variable}}`])),
});

/** Values that each run is given. */
const atDeploy = ({ calls }: Stack) =>
  calls.flatMap(({ component, atDeploy }) => atDeploy.map((one) => ({ ...one, component })));

/** The variables of values that each run is given: no plan and no state keeps them, and a run that changes none needs none. */
export const atDeployVariables = (stack: Stack): Json =>
  Object.fromEntries(
    atDeploy(stack).map(({ variable, input, component }) => [
      variable,
      {
        description: `The ${input} of ${component.address}, for a run that makes or changes it.`,
        type: "string",
        default: null,
        sensitive: true,
        ephemeral: true,
      },
    ]),
  );

/** Built-in references in the composition that its roots must answer. */
export const toldBuiltins = ({ builtins, project }: Stack): readonly string[] =>
  [...builtins].filter((name) => project.cloud.builtins[name] && !project.cloud.builtins[name]?.data).sort();

/** The store of an environment's states, and the region that it is in if it does not say so itself. */
export function stateIn({ state, environments }: Project, environment: string | undefined) {
  const own = environments.find(({ name, ownState }) => ownState && name === environment);
  return { state: own?.ownState ?? state, region: (own ?? environments[0])?.settings.region };
}

/** What the `terraform` block of a root says of its state; `undefined` stands for one root with all workspaces. */
export function stateOf({ project, service }: Stack, environment: string | undefined): Json {
  const { state, region } = stateIn(project, environment);
  return escapeAll(backendOf(state, { project: project.name, service, environment, region })) as Json;
}

/** Tags of everything that an environment makes; those of the spec may say otherwise. */
export const defaultTags = (project: string, environment: string, tags: Tags): Tags => ({
  Project: project,
  Environment: environment,
  ManagedBy: "groundplan",
  ...(escapeAll(tags) as Tags),
});
