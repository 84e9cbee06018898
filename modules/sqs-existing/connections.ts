import type { Access, Connections } from "../../lib/module";
import type { outputs } from "./outputs";

type Output = keyof typeof outputs;

const queue: Access<Output>["resources"] = ({ queue_arn }) => [queue_arn];
const known = ["sqs:GetQueueAttributes", "sqs:GetQueueUrl"];

/**
 * IAM actions of SQS: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsqs.html
 * On its key: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html
 */
export const connections: Connections<Output> = {
  access: {
    send: {
      summary: "send messages",
      actions: [...known, "sqs:SendMessage"],
      resources: queue,
      keyActions: ["kms:Decrypt", "kms:GenerateDataKey"],
    },
    consume: {
      summary: "receive and delete messages",
      flow: "in",
      actions: ["sqs:ChangeMessageVisibility", "sqs:DeleteMessage", ...known, "sqs:ReceiveMessage"],
      resources: queue,
      keyActions: ["kms:Decrypt"],
    },
  },
  variables: { URL: "queue_url", ARN: "queue_arn" },
  key: { input: ["kms_key_arn"], output: "queue_kms_key_arn" },
};
