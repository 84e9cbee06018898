import { defineModule } from "../../lib/module";
import { pack } from "./alarms";
import { connections, flows, receives, staticOutputs } from "./connections";
import { complete, image, minimal, rejected } from "./examples";
import { imports } from "./imports";
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
  imports,
  static: staticOutputs,
  receives,
  flows,
  code: "code",
  pack,
  examples: { minimal, complete, image },
  rejected,
  construct: () => import("./construct").then(({ Lambda }) => Lambda),
});
