import { defineModule } from "../../lib/module";
import { connections } from "./connections";
import { complete, elsewhere, finds, minimal, parameter, rejected } from "./examples";
import { inputs } from "./inputs";
import { outputs } from "./outputs";

/** An SNS topic that is there already, in this account or another. */
export const existingSns = defineModule({
  name: "sns-existing",
  standsFor: "sns",
  summary: "An SNS topic that is there already, in this account or another.",
  inputs,
  outputs,
  connections,
  finds,
  examples: { minimal, complete, elsewhere, parameter },
  rejected,
  construct: () => import("./construct").then(({ ExistingSnsTopic }) => ExistingSnsTopic),
});
