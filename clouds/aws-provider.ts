import type { Settings } from "../lib/cloud";

/** Where the provider comes from, and the version that roots are held to. */
export const source = "hashicorp/aws";
export const pinned = "~> 5.100";

/** What an AWS region, account and role look like. */
export const region = {
  pattern: "^[a-z]{2}(-[a-z]+)+-[0-9]{1,2}$",
  message: "an AWS region such as us-east-1",
} as const;
export const account = { pattern: "^[0-9]{12}$", message: "an AWS account id of 12 digits" } as const;
export const role = {
  pattern: "^arn:[a-z-]+:iam::[0-9]{12}:role/[!-~]+$",
  message: "the ARN of an IAM role",
} as const;

/** The provider block of a root. */
export const provider = ({ region, account, assume_role }: Settings, tags: Settings) => ({
  region,
  ...(account === undefined ? {} : { allowed_account_ids: [account] }),
  ...(assume_role === undefined ? {} : { assume_role: [{ role_arn: assume_role }] }),
  default_tags: [{ tags }],
});
