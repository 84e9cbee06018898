import { optional, string } from "../../lib/schema";

export const outputs = {
  dynamodb_table_name: string({ description: "Name of the table." }),
  dynamodb_table_arn: string({ description: "ARN of the table." }),
  dynamodb_table_stream_arn: optional(string({ description: "ARN of the stream of changes; null without one." })),
  dynamodb_table_stream_label: optional(
    string({ description: "Time at which the stream was enabled; null without one." }),
  ),
  dynamodb_table_kms_key_arn: optional(
    string({ description: "KMS key of the caller's that encrypts the table; null if none was given." }),
  ),
};
