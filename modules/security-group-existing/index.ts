import { defineModule } from "../../lib/module";
import { connections } from "../security-group/connections";
import { outputs } from "../security-group/outputs";
import { complete, finds, minimal, parameter, rejected } from "./examples";
import { inputs } from "./inputs";

/** A security group that is there already. */
export const existingSecurityGroup = defineModule({
  name: "security-group-existing",
  standsFor: "security-group",
  summary: "A security group that is there already.",
  inputs,
  outputs,
  connections,
  finds,
  examples: { minimal, complete, parameter },
  rejected,
  construct: () => import("./construct").then(({ ExistingSecurityGroup }) => ExistingSecurityGroup),
});
