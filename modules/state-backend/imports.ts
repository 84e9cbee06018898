import type { Imports } from "../../lib/module";

/**
 * What configures a bucket is set whether it was before or not; only what has a place of its own is imported.
 * https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket#import
 */
export const imports: Imports = {
  bucket: { resource: "aws_s3_bucket.this", id: "the name of the bucket", isName: true },
  key: { resource: "aws_kms_key.this[0]", id: "the id of the KMS key" },
  key_alias: { resource: "aws_kms_alias.this[0]", id: "the alias of the KMS key, as in alias/states" },
  logs_bucket: { resource: "aws_s3_bucket.logs[0]", id: "the name of the bucket for access logs" },
  lock_table: { resource: "aws_dynamodb_table.locks[0]", id: "the name of the table" },
  deploy_roles: { resource: "aws_iam_role.deploy", id: "the name of the role", isKeyed: true },
  github: { resource: "aws_iam_openid_connect_provider.github[0]", id: "the ARN of the OIDC provider" },
  gitlab: { resource: "aws_iam_openid_connect_provider.gitlab[0]", id: "the ARN of the OIDC provider" },
};
