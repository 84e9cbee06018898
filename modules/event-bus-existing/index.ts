import { defineModule } from "../../lib/module";
import { connections } from "./connections";
import { complete, elsewhere, finds, minimal, parameter, rejected } from "./examples";
import { inputs } from "./inputs";
import { outputs } from "./outputs";

/** An event bus that is there already, in this account or another. */
export const existingEventBus = defineModule({
  name: "event-bus-existing",
  standsFor: "event-bus",
  summary: "An event bus that is there already, in this account or another.",
  inputs,
  outputs,
  connections,
  finds,
  examples: { minimal, complete, elsewhere, parameter },
  rejected,
  construct: () => import("./construct").then(({ ExistingEventBus }) => ExistingEventBus),
});
