import { defineModule } from "../../lib/module";
import { pack } from "../dynamodb/alarms";
import { connections } from "../dynamodb/connections";
import { outputs } from "../dynamodb/outputs";
import { complete, finds, minimal, parameter, rejected } from "./examples";
import { inputs } from "./inputs";

/** A DynamoDB table that is there already. */
export const existingDynamodb = defineModule({
  name: "dynamodb-existing",
  standsFor: "dynamodb",
  summary: "A DynamoDB table that is there already.",
  inputs,
  outputs,
  connections,
  pack,
  finds,
  examples: { minimal, complete, parameter },
  rejected,
  construct: () => import("./construct").then(({ ExistingDynamodbTable }) => ExistingDynamodbTable),
});
