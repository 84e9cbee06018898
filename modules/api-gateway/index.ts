import { defineModule } from "../../lib/module";
import { pack } from "./alarms";
import { connections, staticOutputs } from "./connections";
import { complete, events, internal, minimal, queue, rejected, web, workflow } from "./examples";
import { imports } from "./imports";
import { inputs } from "./inputs";
import { outputs } from "./outputs";
import { wording } from "./wording";

/** An HTTP API. */
export const apiGateway = defineModule({
  name: "api-gateway",
  summary: "An HTTP API: throttled, logged, closed to unsigned requests, and allowed to call what it leads to.",
  inputs,
  outputs,
  naming: { input: "name", scope: "account" },
  connections,
  imports,
  static: staticOutputs,
  unique: ["domain.domain_name"],
  flows: {
    out: [
      "targets.*.lambda",
      "targets.*.sqs.queue_url",
      "targets.*.sqs.queue_arn",
      "targets.*.eventbridge",
      "targets.*.step_functions",
      "authorizers.*.lambda",
    ],
  },
  wording,
  pack,
  examples: { minimal, complete, web, internal, queue, events, workflow },
  rejected,
  construct: () => import("./construct").then(({ HttpApi }) => HttpApi),
});
