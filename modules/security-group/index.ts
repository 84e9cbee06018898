import { defineModule } from "../../lib/module";
import { connections, receives, staticOutputs } from "./connections";
import { complete, lists, members, minimal, ranges, rejected } from "./examples";
import { inputs } from "./inputs";
import { outputs } from "./outputs";

/** A security group. */
export const securityGroup = defineModule({
  name: "security-group",
  summary: "A security group that lets in and out what its rules say, and who uses it, and nothing else.",
  inputs,
  outputs,
  naming: { input: "name", scope: "region" },
  connections,
  static: staticOutputs,
  receives,
  examples: { minimal, complete, ranges, lists, members },
  rejected,
  construct: () => import("./construct").then(({ SecurityGroup }) => SecurityGroup),
});
