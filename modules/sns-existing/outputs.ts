import { optional, string } from "../../lib/schema";

export const outputs = {
  topic_name: string({ description: "Name of the topic." }),
  topic_arn: string({ description: "ARN of the topic." }),
  topic_kms_key_arn: optional(
    string({ description: "KMS key of the caller's that encrypts the topic; null if none." }),
  ),
};
