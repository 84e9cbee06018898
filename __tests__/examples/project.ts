import { join } from "node:path";
import { Sources } from "../../lib/diagnostic";
import { loadProject, type Project } from "../../lib/spec";
import { toolbox } from "../../toolbox";

export const exampleFolder = join(__dirname, "../../examples/serverless-api");

/** The project whose spec is in a folder; the example itself if none is given. */
export const loadFrom = (folder = exampleFolder): Project =>
  loadProject({ file: join(folder, "groundplan.yaml"), sources: new Sources(), ...toolbox });
