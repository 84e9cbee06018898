import { defineModule } from "../../lib/module";
import { pack } from "../lambda/alarms";
import { connections, flows, receives, staticOutputs } from "../lambda/connections";
import { imports } from "../lambda/imports";
import { outputs } from "../lambda/outputs";
import { complete, image, minimal, rejected } from "./examples";
import { inputs } from "./inputs";

/** A Lambda function whose code is deployed by others than Terraform. */
export const lambdaExternalCode = defineModule({
  name: "lambda-external-code",
  summary: "A Lambda function whose code others deploy: Terraform makes its first version and leaves the rest alone.",
  inputs,
  outputs,
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
  construct: () => import("./construct").then(({ LambdaExternalCode }) => LambdaExternalCode),
});
