import { defineModule } from "../../lib/module";
import { connections } from "./connections";
import { complete, environments, existing, minimal, rejected } from "./examples";
import { imports } from "./imports";
import { inputs } from "./inputs";
import { outputs } from "./outputs";

/** A bucket for Terraform's states. */
export const stateBackend = defineModule({
  name: "state-backend",
  summary:
    "A bucket for the states of Terraform: versioned, encrypted, logged, hard to delete; and deploy roles for it.",
  inputs,
  outputs,
  naming: { input: "bucket", scope: "global" },
  connections,
  imports,
  examples: { minimal, complete, existing, environments },
  rejected,
  construct: () => import("./construct").then(({ StateBackend }) => StateBackend),
});
