import { type Part, type Ref, text } from "../../../lib/expression";
import { document, type Text } from "./document";

const deny = (sid: string, action: string, resources: Part) => ({
  Sid: sid,
  Effect: "Deny",
  Principal: "*",
  Action: action,
  Resource: resources,
});

const overTls = (bucket: Text) => ({
  ...deny("OverTlsOnly", "s3:*", [bucket, text`${bucket}/*`]),
  Condition: { Bool: { "aws:SecureTransport": "false" } },
});

/** Requests come over TLS, and nobody deletes the bucket while this policy is there. */
export const bucketPolicy = (bucket: Text): Ref<string> =>
  document([overTls(bucket), deny("NeverDeleted", "s3:DeleteBucket", bucket)]);

/** S3 may write logs of the one bucket: https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html */
export const logsPolicy = (logs: Text, bucket: Text): Ref<string> =>
  document([
    {
      Sid: "WriteLogs",
      Effect: "Allow",
      Principal: { Service: "logging.s3.amazonaws.com" },
      Action: "s3:PutObject",
      Resource: text`${logs}/*`,
      Condition: { ArnLike: { "aws:SourceArn": bucket } },
    },
    overTls(logs),
  ]);
