import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { S3BucketLifecycleConfiguration } from "@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration";
import { S3BucketLoggingA } from "@cdktf/provider-aws/lib/s3-bucket-logging";
import { S3BucketServerSideEncryptionConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration";
import type { Construct } from "constructs";
import { expr, presentIf, type Ref } from "../../lib/expression";
import { type Handle, optionalResource } from "../../lib/resource";
import type { Output } from "../../lib/schema";
import { closeToOthers } from "./closed";
import type { inputs } from "./inputs";
import { logsPolicy } from "./policies/bucket";

/** A bucket beside another with the log of all requests to it. S3 writes logs with its own keys only. */
export function accessLogs(
  scope: Construct,
  { bucket, access_logs, tags }: Ref<Output<typeof inputs>>,
  of: Handle<S3Bucket>,
): Handle<S3Bucket> {
  const isLogged = presentIf(access_logs.enabled);
  const logs = optionalResource(scope, "logs", S3Bucket, isLogged, () => ({
    bucket: expr`"\${trimsuffix(substr(${bucket}, 0, 58), ".")}-logs"`,
    tags,
    lifecycle: { preventDestroy: true },
  }));
  const id = logs.attribute("id");
  optionalResource(scope, "logs", S3BucketServerSideEncryptionConfigurationA, isLogged, () => ({
    bucket: id,
    rule: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }],
  }));
  optionalResource(scope, "logs", S3BucketLifecycleConfiguration, isLogged, () => ({
    bucket: id,
    rule: [
      {
        id: "old-logs",
        status: "Enabled",
        filter: [{ prefix: "" }],
        expiration: [{ days: access_logs.retention_in_days }],
      },
    ],
  }));
  const policy = closeToOthers(scope, "logs", isLogged, logs, logsPolicy(logs.attribute("arn"), of.attribute("arn")));
  optionalResource(scope, "this", S3BucketLoggingA, isLogged, () => ({
    bucket: of.attribute("id"),
    targetBucket: policy.attribute("bucket"),
    targetPrefix: "",
  }));
  return logs;
}
