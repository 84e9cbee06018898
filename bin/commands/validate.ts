import { compose, loadProject, toolbox } from "../../index";
import { counted } from "../counted";
import type { ExitCode, Session } from "../session";

/** `groundplan validate`: everything that is wrong in the spec; nothing is packaged or written. */
export async function validate(session: Session): Promise<ExitCode> {
  const project = loadProject({ file: session.spec, sources: session.sources, ...toolbox });
  compose(project, () => ({ name: "", hash: "" }));
  if (session.json) session.printJson({ diagnostics: [] });
  const size = `${counted(project.components.size, "component")}, ${counted(project.environments.length, "environment")}`;
  session.tell(`${session.fromHere(session.spec)} is valid: ${size}.`);
  return 0;
}
