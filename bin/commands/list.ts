import { type Component, loadProject, toolbox, type Use } from "../../index";
import { nameOf } from "../name";
import type { ExitCode, Session } from "../session";
import { table } from "../table";

/** `groundplan list`: the components. */
export async function list(session: Session): Promise<ExitCode> {
  const project = loadProject({ file: session.spec, sources: session.sources, ...toolbox });
  const rows = [...project.components.values()].map((component) => row(component, project.name));
  if (session.json) session.printJson(rows);
  else session.print(table([headings, ...rows.map(cells)]));
  return 0;
}

const headings = ["address", "module", "environments", "name", "uses"];

const row = (component: Component, project: string) => ({
  address: component.address,
  module: component.module.name,
  environments: component.environments,
  name: nameOf(component, project),
  uses: component.uses.map(({ target, access, actions = [] }) => ({ target, access, actions })),
});

const cells = ({ address, module, environments, name, uses }: ReturnType<typeof row>) => [
  address,
  module,
  environments.join(", "),
  name,
  uses.map(edge).join(", "),
];

const edge = ({ target, access, actions = [] }: Pick<Use, "target" | "access" | "actions">) =>
  `${target}: ${(actions.length > 0 ? actions : access).join(" ")}`;
