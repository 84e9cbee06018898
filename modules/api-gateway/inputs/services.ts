import { arnOf, kmsKey } from "../../../clouds/aws-inputs";
import { boolean, object, optional, string } from "../../../lib/schema";

const mapped = (what: string) => ({
  minLength: 1,
  description: `${what}: a text, or a part of the request such as $request.body.`,
});
const body = (what: string) => string({ ...mapped(what), default: "$request.body" });

// First-class integrations, and what each is told:
// https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-aws-services-reference.html

export const sqs = object(
  {
    queue_url: string({
      pattern: "^https?://[!-~]+$",
      message: "the URL of a queue",
      description: "URL of the queue.",
    }),
    queue_arn: string({ ...arnOf("sqs", "an SQS queue"), description: "ARN of the queue." }),
    message_body: body("Body of the message"),
    message_group_id: optional(string(mapped("Group of the message, which FIFO queues ask for"))),
    message_deduplication_id: optional(string(mapped("What FIFO queues know a message by"))),
    kms_key_arn: optional(string({ ...kmsKey, description: "KMS key of the caller's that encrypts the queue." })),
  },
  { description: "A queue that requests are sent to, without a function between." },
);

export const eventbridge = object(
  {
    event_bus_arn: string({ ...arnOf("events", "an event bus"), description: "ARN of the event bus." }),
    source: string(mapped("Source of the event")),
    detail_type: string(mapped("Type of the event")),
    detail: body("Detail of the event, in JSON"),
  },
  { description: "An event bus that requests are put on." },
);

export const stepFunctions = object(
  {
    state_machine_arn: string({ ...arnOf("states", "a state machine"), description: "ARN of the state machine." }),
    synchronous: boolean({
      default: false,
      description: "Whether the caller waits for the result; for express workflows.",
    }),
    input: body("Input of the execution, in JSON"),
  },
  { description: "A state machine that requests start." },
);
