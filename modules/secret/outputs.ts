import { optional, string } from "../../lib/schema";

export const outputs = {
  secret_name: string({ description: "Name of the secret." }),
  secret_arn: string({ description: "ARN of the secret." }),
  secret_kms_key_arn: optional(
    string({ description: "KMS key of the caller's that encrypts the secret; null if none." }),
  ),
};
