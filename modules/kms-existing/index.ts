import { defineModule } from "../../lib/module";
import { connections } from "./connections";
import { complete, finds, key, minimal, parameter, rejected } from "./examples";
import { inputs } from "./inputs";
import { outputs } from "./outputs";

/** A KMS key that is there already. */
export const existingKms = defineModule({
  name: "kms-existing",
  standsFor: "kms",
  summary: "A KMS key that is there already.",
  inputs,
  outputs,
  connections,
  finds,
  examples: { minimal, complete, key, parameter },
  rejected,
  construct: () => import("./construct").then(({ ExistingKmsKey }) => ExistingKmsKey),
});
