import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import type { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { S3BucketReplicationConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-replication-configuration";
import type { S3BucketVersioningA } from "@cdktf/provider-aws/lib/s3-bucket-versioning";
import type { Construct } from "constructs";
import { type Expression, expr, type Ref, when } from "../../lib/expression";
import { type Handle, optionalResource } from "../../lib/resource";
import type { Output } from "../../lib/schema";
import type { inputs } from "./inputs";
import { replicationPolicy, replicationTrust } from "./policies/replication";

interface Source {
  readonly bucket: Handle<S3Bucket>;
  readonly keyArn: Expression<string | undefined>;
  readonly versioning: Handle<S3BucketVersioningA>;
}

/** Copies all states to the bucket of another region, and the deletion of locks with them. */
export function replicate(
  scope: Construct,
  { replication, tags }: Ref<Output<typeof inputs>>,
  { bucket, keyArn, versioning }: Source,
): Handle<IamRole> {
  const role = optionalResource(scope, "replication", IamRole, replication, () => ({
    name: expr`"\${substr(${bucket.attribute("id")}, 0, 52)}-replication"`,
    assumeRolePolicy: replicationTrust,
    tags,
  }));
  optionalResource(scope, "replication", IamRolePolicy, replication, (target) => ({
    name: "replication",
    role: role.attribute("name"),
    policy: replicationPolicy(bucket.attribute("arn"), keyArn, target),
  }));
  optionalResource(scope, "this", S3BucketReplicationConfigurationA, replication, (target) => ({
    bucket: versioning.attribute("bucket"),
    role: role.attribute("arn"),
    rule: [
      {
        id: "everything",
        status: "Enabled",
        filter: { prefix: "" },
        deleteMarkerReplication: { status: "Enabled" },
        sourceSelectionCriteria: when(target.kms_key_arn, () => ({ sseKmsEncryptedObjects: { status: "Enabled" } })),
        destination: {
          bucket: target.bucket_arn,
          encryptionConfiguration: when(target.kms_key_arn, (replicaKmsKeyId) => ({ replicaKmsKeyId })),
        },
      },
    ],
  }));
  return role;
}
