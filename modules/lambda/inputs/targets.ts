import { arnOf } from "../../../clouds/aws-inputs";
import { exactlyOneOf, object, optional, string } from "../../../lib/schema";

/** A queue or a topic that receives what a function could not handle. */
export const target = (description: string) =>
  object(
    {
      sqs_queue_arn: optional(string({ ...arnOf("sqs", "an SQS queue"), description: "Queue that receives it." })),
      sns_topic_arn: optional(string({ ...arnOf("sns", "an SNS topic"), description: "Topic that receives it." })),
    },
    { rules: [exactlyOneOf("sqs_queue_arn", "sns_topic_arn")], description },
  );
