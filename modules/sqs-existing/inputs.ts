import { byName, kmsKeyArn } from "../../clouds/existing/inputs";
import { exactlyOneOf, object } from "../../lib/schema";

/** Names of queues: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html */
const name = {
  pattern: "^[A-Za-z0-9_-]+(\\.fifo)?$",
  message: "letters, digits, _ - and at its end maybe .fifo",
  maxLength: 80,
} as const;

export const inputs = object(
  { ...byName("queue", name), kms_key_arn: kmsKeyArn("queue") },
  { rules: [exactlyOneOf("name", "tags", "ssm_parameter")] },
);
