import Handlebars from "handlebars";
import type { Stack } from "../compose";
import { graphOf, toMermaid } from "../graph";
import { bootstrapOf, rootsOf, type TerraformRoot } from "../render";
import { moduleText, type Project } from "../spec";
import { whereOf } from "../state";

/** The README of the output folder: how to plan, apply and promote what is in it. */
export function readmeOf(project: Project, stacks: readonly Stack[], template: (name: string) => string): string {
  const first = project.environments[0]?.name;
  const roots = rootsOf(stacks).filter(({ environment }) => environment === first);
  const render = Handlebars.compile(template("infrastructure/README.md.hbs"), { noEscape: true, strict: true });
  return render({
    name: project.name,
    workspaces: project.layout === "workspaces",
    state: whereOf(project.state),
    bootstrap: bootstrapOf(project) !== undefined,
    services: project.states === "service" ? roots.map(listed) : [],
    ...pick(roots),
    first,
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

/** The root that stands for all of them in what the README shows: one that needs no other. */
const pick = (roots: readonly TerraformRoot[]) => {
  const { folder, workspace } = roots.find(({ after }) => after.length === 0) ?? {};
  return { folder, workspace };
};

const listed = ({ service, folder, after }: TerraformRoot) => ({
  service,
  folder,
  after: after.map((name) => name.replace(/^[^/]*\//, "")).join(", "),
});

const listOf = (settings: Readonly<Record<string, string>>) =>
  Object.entries(settings)
    .map(([name, value]) => `${name} ${value}`)
    .join(", ");
