import type { Deployment } from "../cloud";
import type { Location } from "../diagnostic";
import { type LocatedMap, locateKey } from "../source";
import { linksOf } from "./cycles";
import { didYouMean } from "./did-you-mean";
import type { Pipelines, Runner } from "./pipelines";
import type { Project } from "./project";
import type { Report } from "./reading";

/**
 * Reports what keeps the roots from being run so.
 * @param main the settings of the project, with the word in its long form
 */
export function checkPipelines(pipelines: Pipelines, backend: string, main: LocatedMap, report: Report): void {
  if (pipelines.environments.length === 0)
    report.add(
      locateKey(main, ["pipelines"]),
      "there is nothing for pipelines: all environments are ephemeral",
      "add one that stays",
    );
  checkRunners(pipelines, backend, main, report);
  checkPlanRoles(pipelines, main, report);
  for (const [name, deployment] of Object.entries(runsJobs(pipelines) ? pipelines.deployments : {}))
    checkDeployment(name, deployment, pipelines, locateKey(main, ["bootstrap", "deploy_roles", name]), report);
}

function checkPlanRoles({ planRoles, environments }: Pipelines, main: LocatedMap, report: Report): void {
  for (const name of Object.keys(planRoles).filter((one) => !environments.includes(one)))
    report.add(
      locateKey(main, ["pipelines", "plan_roles", name]),
      `pipelines plan no environment ${name}`,
      didYouMean("environments", name, environments),
    );
}

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

function checkRunners({ runners }: Pipelines, backend: string, main: LocatedMap, report: Report): void {
  for (const [i, runner] of runners.entries()) {
    const place = locateKey(main, ["pipelines", "runners", String(i)]);
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
