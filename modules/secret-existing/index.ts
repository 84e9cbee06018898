import { defineModule } from "../../lib/module";
import { connections } from "../secret/connections";
import { outputs } from "../secret/outputs";
import { complete, finds, minimal, parameter, rejected } from "./examples";
import { inputs } from "./inputs";

/** A secret that is there already. */
export const existingSecret = defineModule({
  name: "secret-existing",
  standsFor: "secret",
  summary: "A secret of Secrets Manager that is there already.",
  inputs,
  outputs,
  connections,
  finds,
  examples: { minimal, complete, parameter },
  rejected,
  construct: () => import("./construct").then(({ ExistingSecret }) => ExistingSecret),
});
