import type { Access, Connections } from "../../lib/module";
import type { outputs } from "./outputs";

type Output = keyof typeof outputs;

const key: Access<Output>["resources"] = ({ key_arn }) => [key_arn];
const encrypt = ["kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"];
const decrypt = ["kms:Decrypt", "kms:DescribeKey"];

/** IAM actions of KMS: https://docs.aws.amazon.com/service-authorization/latest/reference/list_awskeymanagementservice.html */
export const connections: Connections<Output> = {
  access: {
    encrypt: { summary: "encrypt data, and make keys for it", actions: encrypt, resources: key },
    decrypt: { summary: "decrypt data", actions: decrypt, resources: key },
    encrypt_decrypt: { summary: "encrypt and decrypt data", actions: [...encrypt, "kms:Decrypt"], resources: key },
  },
  variables: { ARN: "key_arn" },
};
