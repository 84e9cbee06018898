import { type Expression, expr, forOne, type Ref, text } from "../../../lib/expression";
import type { Output } from "../../../lib/schema";
import type { inputs } from "../inputs";
import { allow, document, type Text } from "./document";

type Replication = NonNullable<Output<typeof inputs>["replication"]>;

/** Lets S3 take the role that copies. */
export const replicationTrust: Ref<string> = document([
  { Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "s3.amazonaws.com" } },
]);

/** What copying needs: https://docs.aws.amazon.com/AmazonS3/latest/userguide/setting-repl-config-perm-overview.html */
export const replicationPolicy = (
  bucket: Text,
  key: Expression<string | undefined>,
  target: Ref<Replication>,
): Ref<string> =>
  document(
    expr`concat(${[
      allow(["s3:GetReplicationConfiguration", "s3:ListBucket"], bucket),
      allow(
        ["s3:GetObjectVersionAcl", "s3:GetObjectVersionForReplication", "s3:GetObjectVersionTagging"],
        text`${bucket}/*`,
      ),
      allow(["s3:ReplicateDelete", "s3:ReplicateObject", "s3:ReplicateTags"], text`${target.bucket_arn}/*`),
    ]}, ${forOne(key, (arn) => allow("kms:Decrypt", arn))}, ${forOne(target.kms_key_arn, (arn) => allow(["kms:Encrypt", "kms:GenerateDataKey"], arn))})`,
  );
