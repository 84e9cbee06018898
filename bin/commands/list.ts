import { type Component, loadProject, moduleText, placeOf, toolbox, type Use } from "../../index";
import { nameOf } from "../name";
import type { ExitCode, Session } from "../session";
import { table } from "../table";

/** `groundplan list`: the components. */
export async function list(session: Session): Promise<ExitCode> {
  const project = loadProject({ file: session.spec, sources: session.sources, ...toolbox });
  const components = [...project.components.values()];
  if (session.json) session.printJson(components.map((component) => row(component, project.name)));
  else session.print(tableOf(components, project.name));
  return 0;
}

const row = (component: Component, project: string) => ({
  address: component.address,
  module: component.module.name,
  environments: component.environments,
  ...(component.existing && { existing: component.existing.environments }),
  name: nameOf(component, project),
  ...(component.provider && { place: placeOf(component.provider) }),
  uses: component.uses.map(({ target, access, actions = [] }) => ({ target, access, actions })),
});

/** The column of places is there only if some component is not where its environment is. */
function tableOf(components: readonly Component[], project: string): string {
  const hasPlaces = components.some(({ provider }) => provider !== undefined);
  const line = (cells: readonly string[], place: string) => (hasPlaces ? cells.toSpliced(3, 0, place) : cells);
  const lines = components.map((one) => line(cellsOf(one, project), one.provider ? placeOf(one.provider) : ""));
  return table([line(headings, "place"), ...lines]);
}

const headings = ["address", "module", "environments", "name", "uses"];

const cellsOf = (component: Component, project: string) => [
  component.address,
  moduleText(component),
  component.environments.join(", "),
  nameOf(component, project),
  component.uses.map(edge).join(", "),
];

const edge = ({ target, access, actions = [] }: Pick<Use, "target" | "access" | "actions">) =>
  `${target}: ${(actions.length > 0 ? actions : access).join(" ")}`;
