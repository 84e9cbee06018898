import {
  type Component,
  loadProject,
  type Project,
  placeOf,
  suggest,
  toolbox,
  UserError,
  type Value,
} from "../../index";
import { explainEdge, usersOf } from "../explain/edges";
import { asWritten } from "../explain/leaves";
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

/** A statement, or a part of it, is one text where one reference stands for it. */
interface Statement {
  readonly actions: readonly string[];
  readonly resources: string | readonly string[];
  readonly conditions?: unknown;
}

export type Explanation = ReturnType<typeof explanationOf>;

function explanationOf(component: Component, project: Project, session: Session) {
  const { address, module, environments, location, permissions, managedPolicies } = component;
  return {
    address,
    module: module.name,
    ...session.place(location),
    ...session.way(location),
    name: nameOf(component, project.name),
    environments,
    ...(component.existing && { existing: component.existing.environments }),
    ...(component.provider && { place: placeOf(component.provider) }),
    values: explainValues(component).map(({ path, origins }) => ({
      path,
      origins: origins.map(({ location: at, ...origin }) => ({
        ...origin,
        ...(at ? { ...session.place(at), ...session.way(at) } : {}),
      })),
    })),
    uses: component.uses.map((use) => explainEdge(use, project)),
    usedBy: usersOf(address, project),
    permissions: permissions.map((statement) => asWritten(statement as object as Value) as Statement),
    managedPolicies: [...managedPolicies.values()].map((one) => String(asWritten(one))),
  };
}
