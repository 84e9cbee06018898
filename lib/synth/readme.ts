import Handlebars from "handlebars";
import { type Stack, upFrom } from "../compose";
import { graphOf, toMermaid } from "../graph";
import { bootstrapOf, bootstrapsOf, rootsOf, type TerraformRoot } from "../render";
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
    state: placesOf(project).join("\n"),
    pipelines: project.pipelines?.runners.join(", "),
    bootstrap: bootstrapOf(project) !== undefined,
    services: project.states === "service" ? roots.map(listed) : [],
    ...shown(roots),
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

/** Where the states are, as sentences: that of the project, and those that environments have for themselves. */
function placesOf({ state, environments }: Project): readonly string[] {
  const isShared = environments.some(({ ownState }) => !ownState);
  const own = environments.flatMap(({ name, ownState }) => (ownState ? [`Of \`${name}\`: ${whereOf(ownState)}`] : []));
  return [...(isShared ? [whereOf(state)] : []), ...own];
}

/** The READMEs of the roots that make the stores of the states: how to, by hand, and how to end them. */
export const bootstrapReadmes = (
  project: Project,
  template: (name: string) => string,
): [path: string, text: string][] =>
  [...bootstrapsOf(project)].map(([folder, { state }]) => {
    const render = Handlebars.compile(template(`bootstrap/${state.backend}.md.hbs`), { noEscape: true, strict: true });
    return [`${folder}/README.md`, render({ modules: `${upFrom(folder)}modules` })];
  });

/** The root that stands for all of them in what the README shows: one that needs no other. */
const shown = (roots: readonly TerraformRoot[]) => {
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
