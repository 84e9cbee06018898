import { optional, string } from "../../lib/schema";

export const outputs = {
  queue_name: string({ description: "Name of the queue." }),
  queue_arn: string({ description: "ARN of the queue." }),
  queue_url: string({ description: "URL of the queue." }),
  queue_kms_key_arn: optional(
    string({ description: "KMS key of the caller's that encrypts the queue; null if none." }),
  ),
};
