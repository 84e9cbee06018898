import { arnOf } from "../../../clouds/aws-inputs";
import { exactlyOneOf, map, object, optional, string } from "../../../lib/schema";
import { fewActions } from "./rules";

// What an ARN says may be known only when it is made. Whether there is one must be known before: so ARNs are in objects.

const sqs = object(
  { queue_arn: string({ ...arnOf("sqs", "an SQS queue"), description: "ARN of the queue." }) },
  { description: "A queue, of which the policy must let the topic send: it is the queue's own." },
);
const lambda = object(
  { function_arn: string({ ...arnOf("lambda", "a function"), description: "ARN of the function." }) },
  { description: "A Lambda function, which the topic is allowed to call." },
);
const action = object(
  {
    arn: string({
      pattern: "^arn:[a-z-]+:[a-z0-9-]+:[!-~]+$",
      message: "the ARN of what an alarm can act upon",
      description:
        "ARN, as PutMetricAlarm takes it. Topics and functions are told of the end of an alarm too; all else acts upon its beginning.",
    }),
  },
  { description: "What alarms act upon without the topic: a topic that is there, an OpsItem, a response plan." },
);

const recipient = object(
  {
    email: optional(
      string({
        pattern: "^[!-?A-~]+@[!-?A-~]+$",
        message: "an e-mail address",
        description: "Address, whose owner must confirm.",
      }),
    ),
    https: optional(
      string({
        pattern: "^https://[!-~]+$",
        message: "a URL that begins with https://",
        description: "URL, which must confirm.",
      }),
    ),
    sms: optional(
      string({
        pattern: "^\\+[1-9][0-9]{6,14}$",
        message: "a telephone number such as +15550100123",
        description: "Telephone number.",
      }),
    ),
    sqs: optional(sqs),
    lambda: optional(lambda),
    action: optional(action),
  },
  { rules: [exactlyOneOf("email", "https", "sms", "sqs", "lambda", "action")] },
);

const recipients = (description: string) => map(recipient, { default: {}, description });

export const notify = object(
  {
    critical: recipients("Whom critical alarms are told to, by a name of the caller's."),
    warning: recipients("Whom warnings are told to, by a name of the caller's."),
  },
  { default: {}, rules: [fewActions("critical"), fewActions("warning")], description: "Who is told." },
);
