import { defineModule } from "../../lib/module";
import { pack } from "./alarms";
import { connections } from "./connections";
import { complete, global, minimal, rejected } from "./examples";
import { imports } from "./imports";
import { inputs } from "./inputs";
import { outputs } from "./outputs";

/** A DynamoDB table. */
export const dynamodb = defineModule({
  name: "dynamodb",
  summary: "A DynamoDB table: encrypted, recoverable to any second, protected from deletion, scaled between limits.",
  inputs,
  outputs,
  naming: { input: "name", scope: "region" },
  connections,
  imports,
  stores: ["aws_dynamodb_table"],
  pack,
  examples: { minimal, complete, global },
  rejected,
  construct: () => import("./construct").then(({ DynamodbTable }) => DynamodbTable),
});
