import type { Connections } from "../../lib/module";
import type { outputs } from "./outputs";

/**
 * IAM actions of SNS: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsns.html
 * On its key: https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html
 */
export const connections: Connections<keyof typeof outputs> = {
  access: {
    publish: {
      summary: "publish messages",
      actions: ["sns:Publish"],
      resources: ({ topic_arn }) => [topic_arn],
      keyActions: ["kms:Decrypt", "kms:GenerateDataKey*"],
    },
  },
  variables: { ARN: "topic_arn" },
  key: { input: ["kms_key_arn"], output: "topic_kms_key_arn" },
};
