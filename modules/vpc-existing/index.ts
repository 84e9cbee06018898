import { defineModule } from "../../lib/module";
import { connections } from "./connections";
import { complete, finds, minimal, parameter, rejected } from "./examples";
import { inputs } from "./inputs";
import { outputs } from "./outputs";

/** A VPC that is there already, with its subnets. */
export const existingVpc = defineModule({
  name: "vpc-existing",
  standsFor: "vpc",
  summary: "A VPC that is there already, with its subnets.",
  inputs,
  outputs,
  connections,
  finds,
  examples: { minimal, complete, parameter },
  rejected,
  construct: () => import("./construct").then(({ ExistingVpc }) => ExistingVpc),
});
