import { DynamodbTable } from "@cdktf/provider-aws/lib/dynamodb-table";
import type { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { KmsAlias } from "@cdktf/provider-aws/lib/kms-alias";
import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { S3BucketLifecycleConfiguration } from "@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration";
import { S3BucketServerSideEncryptionConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration";
import { S3BucketVersioningA } from "@cdktf/provider-aws/lib/s3-bucket-versioning";
import { Construct } from "constructs";
import { type Expression, expr, literal, presentIf, type Ref, text } from "../../lib/expression";
import { type Given, type Handle, type Handles, open, optionalResource, resource } from "../../lib/resource";
import type { Output } from "../../lib/schema";
import { accessLogs } from "./access-logs";
import { closeToOthers } from "./closed";
import { deployRoles } from "./deploy";
import { inputs } from "./inputs";
import { bucketPolicy } from "./policies/bucket";
import { replicate } from "./replication";

type Inputs = Ref<Output<typeof inputs>>;

/** A bucket for the states of Terraform that is hard to delete, and roles that pipelines deploy with. */
export class StateBackend extends Construct {
  private readonly input: Inputs;
  private readonly bucket: Handle<S3Bucket>;
  private readonly key: Handle<KmsKey>;
  private readonly logs: Handle<S3Bucket>;
  private readonly locks: Handle<DynamodbTable>;
  private readonly copier: Handle<IamRole>;
  private readonly roles: Handles<IamRole>;

  constructor(scope: Construct, id: string, given: Given<typeof inputs>) {
    super(scope, id);
    this.input = open(this, inputs, given);
    this.bucket = resource(this, "this", S3Bucket, {
      bucket: this.input.bucket,
      tags: this.input.tags,
      lifecycle: { preventDestroy: true },
    });
    this.key = this.ownKey();
    const versioning = this.keepVersions();
    this.encrypt();
    closeToOthers(this, "this", literal(true), this.bucket, bucketPolicy(this.bucket.attribute("arn")));
    this.logs = accessLogs(this, this.input, this.bucket);
    this.locks = this.lockTable();
    this.copier = replicate(this, this.input, { bucket: this.bucket, keyArn: this.keyArn, versioning });
    this.roles = deployRoles(this, this.input, {
      bucket: this.bucket.attribute("id"),
      bucketArn: this.bucket.attribute("arn"),
      keyArn: this.keyArn,
      tableArn: this.locks.attribute("arn"),
    });
  }

  get outputs() {
    return {
      s3_bucket_id: this.bucket.attribute("id"),
      s3_bucket_arn: this.bucket.attribute("arn"),
      s3_logs_bucket_id: this.logs.attribute("id"),
      kms_key_arn: this.keyArn,
      dynamodb_table_name: this.locks.attribute("name"),
      s3_replication_role_arn: this.copier.attribute("arn"),
      deploy_role_arns: this.roles.all("arn"),
    };
  }

  /** The key that encrypts the bucket: the caller's, or its own, or null. */
  private get keyArn(): Expression<string | undefined> {
    const given = this.input.encryption.kms_key_arn;
    return expr<string | undefined>`${given} != null ? ${given} : ${this.key.attribute("arn")}`;
  }

  private ownKey(): Handle<KmsKey> {
    const { bucket, encryption, tags } = this.input;
    const isOwn = presentIf(expr`${encryption.sse_algorithm} == "aws:kms" && ${encryption.kms_key_arn} == null`);
    const key = optionalResource(this, "this", KmsKey, isOwn, () => ({
      description: text`States in ${bucket}`,
      enableKeyRotation: true,
      deletionWindowInDays: encryption.deletion_window_in_days,
      tags,
      lifecycle: { preventDestroy: true },
    }));
    optionalResource(this, "this", KmsAlias, isOwn, () => ({
      name: text`alias/${expr`replace(${bucket}, ".", "-")`}`,
      targetKeyId: key.attribute("keyId"),
    }));
    return key;
  }

  private keepVersions(): Handle<S3BucketVersioningA> {
    const { versions } = this.input;
    const versioning = resource(this, "this", S3BucketVersioningA, {
      bucket: this.bucket.attribute("id"),
      versioningConfiguration: { status: "Enabled" },
    });
    resource(this, "this", S3BucketLifecycleConfiguration, {
      bucket: versioning.attribute("bucket"),
      rule: [
        {
          id: "former-states",
          status: "Enabled",
          filter: [{ prefix: "" }],
          noncurrentVersionExpiration: [
            {
              noncurrentDays: versions.noncurrent_days,
              newerNoncurrentVersions: versions.newer_noncurrent_versions,
            },
          ],
        },
        {
          // What deleting a lock file leaves: a marker without anything behind it.
          id: "leftovers",
          status: "Enabled",
          filter: [{ prefix: "" }],
          expiration: [{ expiredObjectDeleteMarker: true }],
          abortIncompleteMultipartUpload: [{ daysAfterInitiation: versions.abort_incomplete_multipart_upload_days }],
        },
      ],
    });
    return versioning;
  }

  private encrypt(): void {
    resource(this, "this", S3BucketServerSideEncryptionConfigurationA, {
      bucket: this.bucket.attribute("id"),
      rule: [
        {
          bucketKeyEnabled: expr<boolean>`${this.input.encryption.sse_algorithm} == "aws:kms"`,
          applyServerSideEncryptionByDefault: {
            sseAlgorithm: this.input.encryption.sse_algorithm,
            kmsMasterKeyId: this.keyArn,
          },
        },
      ],
    });
  }

  private lockTable(): Handle<DynamodbTable> {
    const { lock_table, tags } = this.input;
    return optionalResource(this, "locks", DynamodbTable, lock_table, (name) => ({
      name,
      hashKey: "LockID",
      attribute: [{ name: "LockID", type: "S" }],
      billingMode: "PAY_PER_REQUEST",
      deletionProtectionEnabled: true,
      pointInTimeRecovery: { enabled: true },
      serverSideEncryption: { enabled: true },
      tags,
    }));
  }
}
