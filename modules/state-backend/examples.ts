import type { Input } from "../../lib/schema";
import type { inputs } from "./inputs";

type Call = Input<typeof inputs>;

export const minimal: Call = { bucket: "example-terraform-state" };

export const complete = {
  bucket: "example-terraform-state-complete",
  encryption: { deletion_window_in_days: 7 },
  versions: { noncurrent_days: 365, newer_noncurrent_versions: 10, abort_incomplete_multipart_upload_days: 1 },
  access_logs: { retention_in_days: 90 },
  replication: {
    bucket_arn: "arn:aws:s3:::example-terraform-state-replica",
    kms_key_arn: "arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555",
  },
  lock_table: "example-terraform-locks",
  deploy_roles: {
    dev: {
      name: "shop-dev-deploy",
      state_keys: ["shop/dev/terraform.tfstate"],
      list_prefixes: ["shop/"],
      gitlab: { project: "example/shop", ref: "main" },
      assume_role_arns: ["arn:aws:iam::210987654321:role/deploy"],
      managed_policy_arns: { power_user: "arn:aws:iam::aws:policy/PowerUserAccess" },
    },
    prod: {
      name: "shop-prod-deploy",
      state_keys: ["shop/prod/terraform.tfstate"],
      list_prefixes: ["shop/"],
      github: { repository: "example/shop", environment: "prod" },
      assume_role_arns: ["arn:aws:iam::210987654321:role/deploy"],
      permissions_boundary_arn: "arn:aws:iam::123456789012:policy/boundary",
      max_session_duration: 7200,
    },
  },
  tags: { Service: "state" },
} as const satisfies Call;

/** Encryption by S3 itself, and pipelines that the account knows already. */
export const existing = {
  bucket: "example-terraform-state-existing",
  encryption: { sse_algorithm: "AES256" },
  access_logs: { enabled: false },
  oidc: {
    github: {
      host: "token.actions.example.ghe.com",
      audience: "sts.amazonaws.com",
      provider_arn: "arn:aws:iam::123456789012:oidc-provider/token.actions.example.ghe.com",
    },
  },
  deploy_roles: {
    dev: {
      name: "shop-dev",
      state_keys: ["shop/dev/terraform.tfstate"],
      github: { repository: "example/shop", branch: "main" },
    },
  },
} as const satisfies Call;

/** Jobs of GitHub in the environment of the same name. */
export const environments = {
  bucket: "example-terraform-state-environments",
  deploy_roles: {
    dev: {
      name: "shop-dev",
      state_keys: ["shop/dev/terraform.tfstate"],
      github: { repository: "example/shop", environment: "dev" },
    },
  },
} as const satisfies Call;

const role = (change: object) =>
  ({ ...complete, deploy_roles: { prod: { ...complete.deploy_roles.prod, ...change } } }) as Call;
const { github: _, ...withoutPipeline } = complete.deploy_roles.prod;

export const rejected: Readonly<Record<string, Call>> = {
  "a KMS key that keys of S3 stand in for": {
    ...complete,
    encryption: { sse_algorithm: "AES256", kms_key_arn: complete.replication.kms_key_arn },
  },
  "a role that nobody may take": { ...complete, deploy_roles: { prod: withoutPipeline } },
  "a role for two pipelines": role({ gitlab: { project: "example/shop", ref: "main" } }),
  "any job of a repository": role({ github: { repository: "example/shop" } }),
  "an environment and a branch": role({ github: { repository: "example/shop", environment: "prod", branch: "main" } }),
};
