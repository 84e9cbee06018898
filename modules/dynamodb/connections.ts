import { text } from "../../lib/expression";
import type { Access, Connections } from "../../lib/module";
import type { outputs } from "./outputs";

type Output = keyof typeof outputs;
type Resources = Access<Output>["resources"];

const table: Resources = ({ dynamodb_table_arn }) => [dynamodb_table_arn, text`${dynamodb_table_arn}/index/*`];
/** ListStreams is checked against all streams of the table, and a stream that is made anew has another name. */
const stream: Resources = ({ dynamodb_table_arn }) => [text`${dynamodb_table_arn}/stream/*`];

/** IAM actions of DynamoDB: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazondynamodb.html */
const query = ["dynamodb:Query", "dynamodb:Scan"];
const read = [
  "dynamodb:BatchGetItem",
  "dynamodb:ConditionCheckItem",
  "dynamodb:DescribeTable",
  "dynamodb:GetItem",
  ...query,
];
const write = ["dynamodb:BatchWriteItem", "dynamodb:DeleteItem", "dynamodb:PutItem", "dynamodb:UpdateItem"];

/** What a client needs of the table's key: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.usagenotes.html */
const decrypt = ["kms:Decrypt"];
const encrypt = ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"];

export const connections: Connections<Output> = {
  access: {
    read: {
      summary: "get, query and scan items",
      flow: "in",
      actions: read,
      resources: table,
      keyActions: decrypt,
    },
    write: {
      summary: "put, update and delete items",
      actions: ["dynamodb:DescribeTable", ...write],
      resources: table,
      keyActions: encrypt,
    },
    read_write: {
      summary: "read and write items",
      flow: "both",
      actions: [...read, ...write],
      resources: table,
      keyActions: encrypt,
    },
    stream: {
      summary: "read the stream of changes",
      flow: "in",
      actions: ["dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator", "dynamodb:ListStreams"],
      resources: stream,
      keyActions: decrypt,
    },
  },
  variables: { NAME: "dynamodb_table_name", ARN: "dynamodb_table_arn" },
  key: { input: ["protection", "kms_key_arn"], output: "dynamodb_table_kms_key_arn" },
  parts: {
    index: {
      inputs: ["global_secondary_indexes", "local_secondary_indexes"],
      access: { read: query },
      resources: ({ dynamodb_table_arn }, index) => [text`${dynamodb_table_arn}/index/${index}`],
    },
  },
};
