import { byName, kmsKeyArn } from "../../clouds/existing/inputs";
import { exactlyOneOf, object } from "../../lib/schema";

/** Names of buckets: https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html */
const name = {
  pattern: "^[a-z0-9][a-z0-9.-]*[a-z0-9]$",
  message: "lower-case letters, digits, - and .",
  minLength: 3,
  maxLength: 63,
} as const;

export const inputs = object(
  { ...byName("bucket", name), kms_key_arn: kmsKeyArn("bucket") },
  { rules: [exactlyOneOf("name", "tags", "ssm_parameter")] },
);
