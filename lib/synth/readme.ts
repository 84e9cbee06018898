import Handlebars from "handlebars";
import { graphOf, toMermaid } from "../graph";
import { bootstrapOf } from "../render";
import { moduleText, type Project } from "../spec";
import { whereOf, workspacesOf } from "../state";

/** The README of the output folder: how to plan, apply and promote what is in it. */
export function readmeOf(project: Project, template: (name: string) => string): string {
  const render = Handlebars.compile(template("infrastructure/README.md.hbs"), { noEscape: true, strict: true });
  return render({
    name: project.name,
    workspaces: project.layout === "workspaces",
    state: whereOf(project.state),
    bootstrap: bootstrapOf(project) !== undefined,
    workspace: `${workspacesOf(project.state, project.name)[0] ?? ""}${project.environments[0]?.name}`,
    first: project.environments[0]?.name,
    environments: project.environments.map(({ name, settings }) => ({ name, settings: listOf(settings) })),
    graph: toMermaid(graphOf(project)),
    components: [...project.components.values()].map((component) => ({
      address: component.address,
      module: moduleText(component),
      environments: component.environments.join(", "),
    })),
  });
}

/** The README of the root that makes the store of the state: how to, by hand, and how to end it. */
export const bootstrapReadme = (
  project: Project,
  template: (name: string) => string,
): [path: string, text: string][] =>
  bootstrapOf(project) ? [["bootstrap/README.md", template(`bootstrap/${project.state.backend}.md`)]] : [];

const listOf = (settings: Readonly<Record<string, string>>) =>
  Object.entries(settings)
    .map(([name, value]) => `${name} ${value}`)
    .join(", ");
