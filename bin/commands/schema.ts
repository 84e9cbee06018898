import { specJsonSchema, toolbox } from "../../index";
import type { ExitCode, Session } from "../session";

/** `groundplan schema`: the JSON Schema of the spec. */
export async function schema(session: Session): Promise<ExitCode> {
  session.printJson(specJsonSchema(toolbox));
  return 0;
}
