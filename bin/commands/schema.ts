import { loadProject, specJsonSchema, toolbox } from "../../index";
import type { ExitCode, Session } from "../session";

export interface SchemaFlags {
  readonly project?: boolean;
}

/** `groundplan schema`: the JSON Schema of any spec, or of this one with the components that it has. */
export async function schema(session: Session, { project = false }: SchemaFlags): Promise<ExitCode> {
  const known = project ? loadProject({ file: session.spec, sources: session.sources, ...toolbox }) : undefined;
  session.printJson(specJsonSchema(toolbox, known));
  return 0;
}
