import { defineModule } from "../../lib/module";
import { pack } from "../lambda/alarms";
import { connections } from "../lambda/connections";
import { outputsOfRuns } from "../lambda/outputs";
import { complete, finds, minimal, parameter, rejected } from "./examples";
import { inputs } from "./inputs";

/** A Lambda function that is there already. */
export const existingLambda = defineModule({
  name: "lambda-existing",
  standsFor: "lambda",
  summary: "A Lambda function that is there already.",
  inputs,
  outputs: outputsOfRuns,
  connections,
  pack,
  finds,
  examples: { minimal, complete, parameter },
  rejected,
  construct: () => import("./construct").then(({ ExistingLambda }) => ExistingLambda),
});
