import { defineModule } from "../../lib/module";
import { connections } from "./connections";
import { complete, minimal, rejected } from "./examples";
import { inputs } from "./inputs";
import { outputs } from "./outputs";

/** A secret of Secrets Manager. */
export const secret = defineModule({
  name: "secret",
  summary: "A secret of Secrets Manager, of which the value is given when it is run and kept nowhere else.",
  inputs,
  outputs,
  naming: { input: "name", scope: "region" },
  connections,
  stores: ["aws_secretsmanager_secret"],
  examples: { minimal, complete },
  rejected,
  construct: () => import("./construct").then(({ Secret }) => Secret),
});
