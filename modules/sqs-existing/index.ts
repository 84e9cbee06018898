import { defineModule } from "../../lib/module";
import { connections } from "./connections";
import { complete, finds, minimal, parameter, rejected } from "./examples";
import { inputs } from "./inputs";
import { outputs } from "./outputs";

/** An SQS queue that is there already. */
export const existingSqs = defineModule({
  name: "sqs-existing",
  standsFor: "sqs",
  summary: "An SQS queue that is there already.",
  inputs,
  outputs,
  connections,
  finds,
  examples: { minimal, complete, parameter },
  rejected,
  construct: () => import("./construct").then(({ ExistingSqsQueue }) => ExistingSqsQueue),
});
