import type { Cloud, Deployment } from "../cloud";
import { list, map, object, oneOf, type Schema, string } from "../schema";
import type { LocatedMap } from "../source";
import { groundsOf } from "./bootstrap";
import type { Envelope } from "./envelope";
import type { Report } from "./reading";
import { checkPipelines } from "./runners";

const WORD = "pipelines";

/** What the roots can be run by. */
export const runners = ["github", "gitlab", "atlantis", "terragrunt", "hcp"] as const;
export type Runner = (typeof runners)[number];

/** What is written of pipelines, with defaults. */
export interface PipelineWords {
  readonly runners: readonly Runner[];
  readonly branch: string;
  readonly folder: string;
  readonly terraform: string;
  readonly plan_roles: Readonly<Record<string, string>>;
  readonly secrets: readonly string[];
}

/** How the roots of a project are run. */
export interface Pipelines extends Omit<PipelineWords, "plan_roles"> {
  /** The environments that are applied from a branch, in the order in which one promotes. */
  readonly environments: readonly string[];
  /** Roles that plan for pull requests, by environment. */
  readonly planRoles: Readonly<Record<string, string>>;
  /** What environments are deployed as, by name. */
  readonly deployments: Readonly<Record<string, Deployment>>;
}

const anyRunner = oneOf(runners);

/** The long form of the word. */
export const pipelinesSchema = ({ login }: Cloud) =>
  object(
    {
      runners: list(anyRunner, { minItems: 1, description: "What runs the roots." }),
      branch: string({
        default: "main",
        pattern: "^[A-Za-z0-9][A-Za-z0-9._/-]*$",
        message: "the name of a branch: letters, digits and . _ / -",
        description: "The branch that is applied.",
      }),
      folder: string({
        default: "infrastructure",
        pattern: "^[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*$",
        message: "a path in the repository, with / between names of letters, digits and . _ -",
        description: "The output folder, from the top of the repository; the spec is in the folder around it.",
      }),
      terraform: string({
        default: "1.11.4",
        pattern: "^[0-9]+[.][0-9]+[.][0-9]+$",
        message: "a version of three numbers, such as 1.11.4",
        description: "The version of Terraform that runs.",
      }),
      plan_roles: map(login?.role ?? string(), {
        default: {},
        description: "Roles that plan for pull requests of GitHub and GitLab, by environment.",
      }),
      secrets: list(
        string({ pattern: "^[A-Za-z_][A-Za-z0-9_]*$", message: "letters, digits and _, not starting with a digit" }),
        { default: [], description: "Secrets of GitHub that Terraform gets as environment variables of that name." },
      ),
    },
    { description: "What runs the roots: files for it are rendered." },
  );

/** The short form of the word. */
export const shortPipelines: Schema = list(anyRunner, { minItems: 1 });

/** The settings of the project with the word in its long form. */
export function longPipelines(tree: LocatedMap): LocatedMap {
  const entry = tree.entries.get(WORD);
  if (entry?.value.kind !== "list") return tree;
  const { location } = entry.value;
  const long: LocatedMap = { kind: "map", entries: new Map([["runners", entry]]), location };
  return { ...tree, entries: new Map([...tree.entries, [WORD, { ...entry, value: long }]]) };
}

/** Reads how the roots are run, and reports what keeps them from it. */
export function readPipelines(cloud: Cloud, envelope: Envelope, main: LocatedMap, report: Report) {
  if (!envelope.pipelines) return undefined;
  const { plan_roles: planRoles, ...words } = envelope.pipelines;
  const environments = Object.keys(envelope.environments).filter((name) => !envelope.environments[name]?.ephemeral);
  const pipelines: Pipelines = { ...words, environments, planRoles, deployments: deploymentsOf(cloud, envelope) };
  checkPipelines(pipelines, envelope.state.backend, longPipelines(main), report);
  return pipelines;
}

const deploymentsOf = (cloud: Cloud, envelope: Envelope): Pipelines["deployments"] =>
  Object.assign({}, ...groundsOf(cloud, envelope).map(({ found, ground }) => found.deployments?.(ground)));
