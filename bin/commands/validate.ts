import { compose, loadProject, toolbox } from "../../index";
import { counted } from "../counted";
import { printDiagnostics } from "../failure";
import type { ExitCode, Session } from "../session";

export interface ValidateFlags {
  readonly strict?: boolean;
}

/** `groundplan validate`: everything that is wrong in the spec; nothing is packaged or written. */
export async function validate(session: Session, { strict = false }: ValidateFlags): Promise<ExitCode> {
  const project = loadProject({ file: session.spec, sources: session.sources, ...toolbox });
  compose(project, () => ({ name: "", hash: "" }));
  const { warnings } = project;
  if (session.json || warnings.length > 0) printDiagnostics(warnings, session);
  if (strict && warnings.length > 0) return 3;
  const size = `${counted(project.components.size, "component")}, ${counted(project.environments.length, "environment")}`;
  session.tell(`${session.fromHere(session.spec)} is valid: ${size}.`);
  return 0;
}
