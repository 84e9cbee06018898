import type { Cloud, Deployment, Ground } from "../cloud";
import type { Location } from "../diagnostic";
import { list, map, object, oneOf, type Schema, string } from "../schema";
import { type LocatedMap, locateKey } from "../source";
import { linksOf } from "./cycles";
import { didYouMean } from "./did-you-mean";
import type { Envelope } from "./envelope";
import type { Project } from "./project";
import type { Report } from "./reading";

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
  const { pipelines: words } = envelope;
  if (!words) return undefined;
  const { plan_roles: planRoles, ...rest } = words;
  const environments = Object.keys(envelope.environments).filter((name) => !envelope.environments[name]?.ephemeral);
  const deployments = deploymentsOf(cloud, envelope);
  const pipelines: Pipelines = { ...rest, environments, planRoles, deployments };
  const at = (...path: string[]) => locateKey(longPipelines(main), [WORD, ...path]);
  if (environments.length === 0)
    report.add(at(), "there is nothing for pipelines: all environments are ephemeral", "add one that stays");
  checkRunners(pipelines, envelope.state.backend, at, report);
  for (const name of Object.keys(planRoles).filter((one) => !environments.includes(one)))
    report.add(
      at("plan_roles", name),
      `pipelines plan no environment ${name}`,
      didYouMean("environments", name, environments),
    );
  if (runsJobs(pipelines))
    for (const [name, deployment] of Object.entries(deployments))
      checkDeployment(name, deployment, pipelines, locateKey(main, ["bootstrap", "deploy_roles", name]), report);
  return pipelines;
}

const deploymentsOf = ({ bootstraps }: Cloud, envelope: Envelope): Pipelines["deployments"] => {
  const { name: project, layout, state, bootstrap: options, environments } = envelope;
  const found = bootstraps?.[state.backend]?.deployments;
  const { region } = envelope as { readonly region?: string };
  const ground = { project, layout, state, environments, region } as unknown as Ground;
  return (options && found?.({ ...ground, options })) ?? {};
};

const runsJobs = ({ runners }: Pipelines) => runners.includes("github") || runners.includes("gitlab");

/** Reports a role that no job could take. */
function checkDeployment(name: string, deployment: Deployment, { runners }: Pipelines, at: Location, report: Report) {
  if (deployment.role === undefined)
    report.add(
      at,
      `pipelines do not know the account of the deploy role of ${name}`,
      "say it: `account` in `bootstrap`",
    );
  const runner = deployment.github ? "github" : "gitlab";
  if (!runners.includes(runner))
    report.add(
      at,
      `the deploy role of ${name} is for ${runner}, which is not among the pipelines`,
      `name ${runner} in \`pipelines\`, or the job of another in the role`,
    );
}

type At = (...path: string[]) => Location;

function checkRunners({ runners }: Pipelines, backend: string, at: At, report: Report): void {
  for (const [i, runner] of runners.entries()) {
    const place = at("runners", String(i));
    if (runners.indexOf(runner) < i) report.add(place, `${runner} is named twice`, "remove it here");
    const reason = reasonAgainst(runner, backend);
    if (reason) report.add(place, ...reason);
  }
}

/** Why a runner cannot run roots with their state in a backend, and what to do. */
function reasonAgainst(runner: Runner, backend: string): [string, string] | undefined {
  const isHcp = backend === "cloud" || backend === "remote";
  if (runner === "hcp")
    return isHcp
      ? undefined
      : [
          `hcp runs roots with their state in HCP Terraform, not in the state backend ${backend}`,
          "choose the state backend cloud",
        ];
  if (runner === "terragrunt") return undefined;
  if (backend === "local")
    return [`${runner} would lose the state: it is in a file of the machine that runs`, "choose another state backend"];
  if (backend === "remote")
    return [`${runner} applies saved plans, and the state backend remote has none`, "choose the state backend cloud"];
  return undefined;
}

/** How many workspaces may trigger a run of another: https://developer.hashicorp.com/terraform/cloud-docs/workspaces/settings/run-triggers */
const MOST_TRIGGERS = 20;

/** Reports services that need more others than HCP Terraform can wait for. */
export function checkTriggers({ pipelines, states, components }: Triggering, report: Report): void {
  if (states === "environment" || !pipelines?.runners.includes("hcp")) return;
  for (const [service, needed] of needsOf(components)) {
    const [first] = [...components.values()].filter((component) => component.service === service);
    if (first && needed.size > MOST_TRIGGERS)
      report.add(
        first.location,
        `${service} needs ${needed.size} other services, and a workspace of HCP Terraform has at most ${MOST_TRIGGERS} run triggers`,
        "join some of those services, or take another runner than hcp",
      );
  }
}

type Triggering = Pick<Project, "pipelines" | "states" | "components">;

function needsOf(components: Project["components"]): ReadonlyMap<string, ReadonlySet<string>> {
  const needs = new Map<string, Set<string>>();
  for (const component of components.values()) {
    const needed = needs.get(component.service) ?? new Set();
    for (const { to } of linksOf(component)) {
      const other = components.get(to)?.service;
      if (other !== undefined && other !== component.service) needed.add(other);
    }
    needs.set(component.service, needed);
  }
  return needs;
}
