import { defineModule } from "../../lib/module";
import { connections } from "./connections";
import { complete, finds, minimal, parameter, rejected } from "./examples";
import { inputs } from "./inputs";
import { outputs } from "./outputs";

/** An ECS cluster that is there already. */
export const existingEcsCluster = defineModule({
  name: "ecs-cluster-existing",
  standsFor: "ecs-cluster",
  summary: "An ECS cluster that is there already.",
  inputs,
  outputs,
  connections,
  finds,
  examples: { minimal, complete, parameter },
  rejected,
  construct: () => import("./construct").then(({ ExistingEcsCluster }) => ExistingEcsCluster),
});
