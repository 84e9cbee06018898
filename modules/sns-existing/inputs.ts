import { arnOf } from "../../clouds/aws-inputs";
import { byName, kmsKeyArn } from "../../clouds/existing/inputs";
import { exactlyOneOf, object, optional, string } from "../../lib/schema";

/** Names of topics: https://docs.aws.amazon.com/sns/latest/api/API_CreateTopic.html */
const name = {
  pattern: "^[A-Za-z0-9_-]+(\\.fifo)?$",
  message: "letters, digits, _ - and at its end maybe .fifo",
  maxLength: 256,
} as const;

export const inputs = object(
  {
    ...byName("topic", name),
    arn: optional(
      string({ ...arnOf("sns", "an SNS topic"), description: "ARN of the topic, which may be in another account." }),
    ),
    kms_key_arn: kmsKeyArn("topic"),
  },
  { rules: [exactlyOneOf("name", "arn", "tags", "ssm_parameter")] },
);
