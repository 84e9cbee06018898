import { defineModule } from "../../lib/module";
import { pack } from "./alarms";
import { connections } from "./connections";
import { complete, image, minimal, rejected } from "./examples";
import { inputs } from "./inputs";
import { outputsOfRuns } from "./outputs";

/** A Lambda function. */
export const lambda = defineModule({
  name: "lambda",
  summary: "A Lambda function with its log group, and a role that allows what it needs and nothing else.",
  inputs,
  outputs: outputsOfRuns,
  naming: { input: "function_name", scope: "account" },
  connections,
  receives: { statements: "policy_statements", variables: "environment_variables", policies: "policies" },
  flows: {
    in: ["event_sources.*.dynamodb_stream_arn"],
    out: ["event_sources.*.on_failure", "asynchronous.dead_letter"],
  },
  code: "code",
  pack,
  examples: { minimal, complete, image },
  rejected,
  construct: () => import("./construct").then(({ Lambda }) => Lambda),
});
