import Handlebars from "handlebars";
import { graphOf, toMermaid } from "../graph";
import type { Project } from "../spec";
import { whereOf, workspacesOf } from "../state";

/** The README of the output folder: how to plan, apply and promote what is in it. */
export function readmeOf(project: Project, template: (name: string) => string): string {
  const render = Handlebars.compile(template("infrastructure/README.md.hbs"), { noEscape: true, strict: true });
  return render({
    name: project.name,
    workspaces: project.layout === "workspaces",
    state: whereOf(project.state),
    workspace: `${workspacesOf(project.state, project.name)[0] ?? ""}${project.environments[0]?.name}`,
    first: project.environments[0]?.name,
    environments: project.environments.map(({ name, settings }) => ({ name, settings: listOf(settings) })),
    graph: toMermaid(graphOf(project)),
    components: [...project.components.values()].map(({ address, module, environments }) => ({
      address,
      module: module.name,
      environments: environments.join(", "),
    })),
  });
}

const listOf = (settings: Readonly<Record<string, string>>) =>
  Object.entries(settings)
    .map(([name, value]) => `${name} ${value}`)
    .join(", ");
