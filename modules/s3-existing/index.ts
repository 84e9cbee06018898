import { defineModule } from "../../lib/module";
import { connections } from "./connections";
import { complete, finds, minimal, parameter, rejected } from "./examples";
import { inputs } from "./inputs";
import { outputs } from "./outputs";

/** An S3 bucket that is there already. */
export const existingS3 = defineModule({
  name: "s3-existing",
  standsFor: "s3",
  summary: "An S3 bucket that is there already.",
  inputs,
  outputs,
  connections,
  finds,
  examples: { minimal, complete, parameter },
  rejected,
  construct: () => import("./construct").then(({ ExistingS3Bucket }) => ExistingS3Bucket),
});
