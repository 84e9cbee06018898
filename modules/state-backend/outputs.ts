import { map, optional, string } from "../../lib/schema";

export const outputs = {
  s3_bucket_id: string({ description: "Name of the bucket." }),
  s3_bucket_arn: string({ description: "ARN of the bucket." }),
  s3_logs_bucket_id: optional(string({ description: "Name of the bucket with the logs; null without one." })),
  kms_key_arn: optional(string({ description: "ARN of the KMS key that encrypts the bucket; null without one." })),
  dynamodb_table_name: optional(string({ description: "Name of the table with locks; null without one." })),
  s3_replication_role_arn: optional(string({ description: "Role that copies the states; null without a copy." })),
  deploy_role_arns: map(string(), { description: "ARNs of the deploy roles, by environment." }),
};
