import type { Cloud, Settings } from "../lib/cloud";
import { optional, string } from "../lib/schema";

const region = string({
  pattern: "^[a-z]{2}(-[a-z]+)+-[0-9]{1,2}$",
  message: "an AWS region such as us-east-1",
  description: "AWS region; the project's if absent.",
});
const account = string({
  pattern: "^[0-9]{12}$",
  message: "an AWS account id of 12 digits",
  description: "The only AWS account that the environment may be applied to.",
});
const role = string({
  pattern: "^arn:[a-z-]+:iam::[0-9]{12}:role/[!-~]+$",
  message: "the ARN of an IAM role",
  description: "Role that Terraform assumes in the environment's account.",
});

/** Amazon Web Services. Modules are applied with provider 5.100.0 and type-checked against 6.25. */
export const aws: Cloud = {
  name: "aws",
  source: "hashicorp/aws",
  minimum: ">= 5.100.0",
  pinned: "~> 5.100",
  settings: { region: optional(region), account: optional(account), assume_role: optional(role) },
  required: ["region"],
  builtins: {
    region: { value: "var.region" },
    account: {
      data: { aws_caller_identity: { current: {} } },
      value: "data.aws_caller_identity.current.account_id",
    },
  },
  provider: ({ region, account, assume_role }: Settings, tags) => ({
    region,
    ...(account === undefined ? {} : { allowed_account_ids: [account] }),
    ...(assume_role === undefined ? {} : { assume_role: [{ role_arn: assume_role }] }),
    default_tags: [{ tags }],
  }),
  variableProvider: (settings, tags) => ({
    region: "${var.region}",
    ...(settings.includes("account") ? { allowed_account_ids: "${var.account == null ? null : [var.account]}" } : {}),
    ...(settings.includes("assume_role") ? { dynamic: { assume_role: roleBlock } } : {}),
    default_tags: [{ tags }],
  }),
};

const roleBlock = { for_each: "${var.assume_role[*]}", content: { role_arn: "${assume_role.value}" } };
