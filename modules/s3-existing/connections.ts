import { text } from "../../lib/expression";
import type { Access, Connections } from "../../lib/module";
import { string } from "../../lib/schema";
import type { outputs } from "./outputs";

type Output = keyof typeof outputs;

const bucket: Access<Output>["resources"] = ({ s3_bucket_arn }) => [s3_bucket_arn, text`${s3_bucket_arn}/*`];
const list = ["s3:ListBucket"];
const read = ["s3:GetObject"];
const write = ["s3:AbortMultipartUpload", "s3:DeleteObject", "s3:PutObject"];
/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html */
const encrypt = ["kms:Decrypt", "kms:GenerateDataKey"];

/** IAM actions of S3: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html */
export const connections: Connections<Output> = {
  access: {
    read: {
      summary: "list and get objects",
      flow: "in",
      actions: [...read, ...list],
      resources: bucket,
      keyActions: ["kms:Decrypt"],
    },
    write: { summary: "put and delete objects", actions: write, resources: bucket, keyActions: encrypt },
    read_write: {
      summary: "read and write objects",
      flow: "both",
      actions: [...read, ...list, ...write],
      resources: bucket,
      keyActions: encrypt,
    },
  },
  variables: { NAME: "s3_bucket_id" },
  key: { input: ["kms_key_arn"], output: "s3_bucket_kms_key_arn" },
  parts: {
    prefix: {
      text: string({ pattern: "^[^*?\\n]+$", message: "the beginning of keys, without * and ?", maxLength: 1024 }),
      access: { read, write, read_write: [...read, ...write] },
      resources: ({ s3_bucket_arn }, prefix) => [text`${s3_bucket_arn}/${prefix}*`],
      whole: ({ s3_bucket_arn }, prefix) => ({
        actions: list,
        resources: [s3_bucket_arn],
        conditions: { StringLike: { "s3:prefix": [`${prefix}*`] } },
      }),
    },
  },
};
