import type { Access, Connections } from "../../lib/module";
import type { outputs } from "./outputs";

type Output = keyof typeof outputs;

const secret: Access<Output>["resources"] = ({ secret_arn }) => [secret_arn];

/**
 * IAM actions of Secrets Manager: https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssecretsmanager.html
 * On its key: https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html
 */
export const connections: Connections<Output> = {
  access: {
    read: {
      summary: "read the value",
      flow: "in",
      actions: ["secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"],
      resources: secret,
      keyActions: ["kms:Decrypt"],
    },
    write: {
      summary: "write another value",
      actions: ["secretsmanager:DescribeSecret", "secretsmanager:PutSecretValue"],
      resources: secret,
      keyActions: ["kms:Decrypt", "kms:GenerateDataKey"],
    },
  },
  variables: { NAME: "secret_name", ARN: "secret_arn" },
  key: { input: ["kms_key_arn"], output: "secret_kms_key_arn" },
};
