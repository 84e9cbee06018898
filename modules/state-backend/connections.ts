import { text } from "../../lib/expression";
import type { Connections } from "../../lib/module";
import type { outputs } from "./outputs";

/** What a client needs: https://developer.hashicorp.com/terraform/language/backend/s3#permissions-required */
export const connections: Connections<keyof typeof outputs> = {
  access: {
    read: {
      summary: "list and read states",
      flow: "in",
      actions: ["s3:GetObject", "s3:ListBucket"],
      resources: ({ s3_bucket_arn }) => [s3_bucket_arn, text`${s3_bucket_arn}/*`],
      keyActions: ["kms:Decrypt"],
    },
  },
  variables: { BUCKET: "s3_bucket_id" },
  key: { input: ["encryption", "kms_key_arn"], output: "kms_key_arn" },
};
