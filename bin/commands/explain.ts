import { type Component, loadProject, Mention, type Project, suggest, toolbox, UserError } from "../../index";
import { explainEdge, usersOf } from "../explain/edges";
import { printExplanation } from "../explain/print";
import { explainValues } from "../explain/values";
import { nameOf } from "../name";
import type { ExitCode, Session } from "../session";

/** `groundplan explain`: every value of a component with its origin, and its edges. */
export async function explain(session: Session, address: string): Promise<ExitCode> {
  const project = loadProject({ file: session.spec, sources: session.sources, ...toolbox });
  const component = project.components.get(address);
  if (!component) throw unknown(address, [...project.components.keys()]);
  const explanation = explanationOf(component, project, session);
  if (session.json) session.printJson(explanation);
  else session.print(printExplanation(explanation, session.color.stdout));
  return 0;
}

function unknown(address: string, known: readonly string[]): UserError {
  const near = suggest(address, known);
  const help = near ? `did you mean ${near}?` : `components are ${known.join(", ")}`;
  return new UserError([{ message: `there is no component ${address}`, help }]);
}

export type Explanation = ReturnType<typeof explanationOf>;

function explanationOf(component: Component, project: Project, session: Session) {
  const { address, module, environments, location, permissions } = component;
  return {
    address,
    module: module.name,
    ...session.place(location),
    ...session.way(location),
    name: nameOf(component, project.name),
    environments,
    values: explainValues(component).map(({ path, origins }) => ({
      path,
      origins: origins.map(({ location: at, ...origin }) => ({
        ...origin,
        ...(at ? { ...session.place(at), ...session.way(at) } : {}),
      })),
    })),
    uses: component.uses.map((use) => explainEdge(use, project)),
    usedBy: usersOf(address, project),
    permissions: permissions.map(({ resources, ...statement }) => ({
      ...statement,
      resources: resources.map((one) => (one instanceof Mention ? one.text : one)),
    })),
  };
}
