import { defineModule } from "../../lib/module";
import { connections } from "./connections";
import { complete, minimal } from "./examples";
import { inputs } from "./inputs";
import { outputs } from "./outputs";

/** SSM parameters. */
export const ssmParameters = defineModule({
  name: "ssm-parameters",
  summary: "SSM parameters of plain text, by which other projects find what a project makes.",
  inputs,
  outputs,
  connections,
  examples: { minimal, complete },
  construct: () => import("./construct").then(({ SsmParameters }) => SsmParameters),
});
