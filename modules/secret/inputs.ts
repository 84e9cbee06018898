import { kmsKey } from "../../clouds/aws-inputs";
import { integer, map, object, optional, present, requiredWhen, string } from "../../lib/schema";

/** Names and values: https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_limits.html */
export const inputs = object(
  {
    name: string({
      pattern: "^[A-Za-z0-9/_+=.@-]+$",
      message: "letters, digits and /_+=.@-",
      minLength: 1,
      maxLength: 512,
      description: "Name of the secret, unique in account and region.",
    }),
    description: optional(string({ minLength: 1, maxLength: 2048, description: "What it is for." })),
    value: optional(
      string({
        minLength: 1,
        sensitive: true,
        ephemeral: "value_version",
        description: "The secret itself. Terraform keeps it nowhere, and needs it where value_version changes.",
      }),
    ),
    value_version: optional(
      integer({
        minimum: 1,
        description: "Another number writes the value anew. If absent, others write it, and the secret alone is made.",
      }),
    ),
    kms_key_arn: optional(
      string({ ...kmsKey, description: "KMS key that encrypts it; that of Secrets Manager if absent." }),
    ),
    recovery_window_in_days: integer({
      default: 30,
      values: [0, ...Array.from({ length: 24 }, (_, i) => i + 7)],
      description: "Days in which a deleted secret can be had back, and its name is taken; 0 deletes it at once.",
    }),
    tags: map(string({ maxLength: 256 }), { default: {}, description: "Tags of the secret." }),
  },
  { rules: [requiredWhen("value_version", present("value"))] },
);
