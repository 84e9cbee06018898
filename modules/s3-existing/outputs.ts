import { optional, string } from "../../lib/schema";

export const outputs = {
  s3_bucket_id: string({ description: "Name of the bucket." }),
  s3_bucket_arn: string({ description: "ARN of the bucket." }),
  s3_bucket_region: string({ description: "Region of the bucket." }),
  s3_bucket_bucket_regional_domain_name: string({ description: "Domain name of the bucket in its region." }),
  s3_bucket_kms_key_arn: optional(
    string({ description: "KMS key of the caller's that encrypts the bucket; null if none." }),
  ),
};
