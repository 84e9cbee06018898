import { boolean, integer, map, object, oneOf, optional, string } from "../../lib/schema";
import { arnOf } from "../aws-inputs";

// What the module `state-backend` and the word `bootstrap` of a spec have in common.

/** Waiting periods of keys: https://docs.aws.amazon.com/kms/latest/APIReference/API_ScheduleKeyDeletion.html */
export const encryption = {
  sse_algorithm: oneOf(["aws:kms", "AES256"], {
    default: "aws:kms",
    description: "Encryption by a KMS key of the bucket's own, or by keys of S3.",
  }),
  deletion_window_in_days: integer({
    default: 30,
    minimum: 7,
    maximum: 30,
    description: "Days between the deletion of that KMS key and its end.",
  }),
};

/** Rules of lifecycles: https://docs.aws.amazon.com/AmazonS3/latest/userguide/intro-lifecycle-rules.html */
export const versions = object(
  {
    noncurrent_days: integer({
      default: 90,
      minimum: 1,
      description: "Days after which a former state, and what is left of a lock, is deleted.",
    }),
    newer_noncurrent_versions: optional(
      integer({
        minimum: 1,
        maximum: 100,
        description: "Former states that are kept however old they are, of each state the newest.",
      }),
    ),
    abort_incomplete_multipart_upload_days: integer({
      default: 7,
      minimum: 1,
      description: "Days after which an upload that was never completed is deleted.",
    }),
  },
  { default: {}, description: "How long former states are kept." },
);

export const accessLogs = object(
  {
    enabled: boolean({ default: true, description: "Whether requests are logged, in a bucket beside this one." }),
    retention_in_days: integer({ default: 365, minimum: 1, description: "Days after which a log is deleted." }),
  },
  { default: {}, description: "The log of all requests to the bucket." },
);

/** Names of tables: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html */
export const lockTable = optional(
  string({
    pattern: "^[A-Za-z0-9_.-]+$",
    message: "letters, digits, _ . -",
    minLength: 3,
    maxLength: 255,
    description: "Name of a DynamoDB table with locks, for command lines that know no lock file; no table if absent.",
  }),
);

const host = (standard: string, whose: string) =>
  string({
    default: standard,
    pattern: "^[a-z0-9.-]+(:[0-9]+)?(/[A-Za-z0-9._/-]+)?$",
    message: "a host, without https://",
    description: `Issuer of the tokens of ${whose}, without https://.`,
  });

const providerArn = optional(
  string({
    ...arnOf("iam", "an OpenID Connect provider"),
    description: "Provider of that issuer that the account has already; one is made if absent.",
  }),
);

/** Issuers and audiences: https://docs.github.com/actions/reference/openid-connect-reference https://docs.gitlab.com/ci/cloud_services/aws/ */
export const oidc = object(
  {
    github: object(
      {
        host: host("token.actions.githubusercontent.com", "GitHub"),
        audience: string({ default: "sts.amazonaws.com", minLength: 1, description: "Audience of the tokens." }),
        provider_arn: providerArn,
      },
      { default: {}, description: "GitHub." },
    ),
    gitlab: object(
      {
        host: host("gitlab.com", "GitLab"),
        audience: string({ default: "https://gitlab.com", minLength: 1, description: "Audience of the tokens." }),
        provider_arn: providerArn,
      },
      { default: {}, description: "GitLab." },
    ),
  },
  { default: {}, description: "Who vouches for the pipelines that take deploy roles." },
);

/** A part of a subject: no wildcard, and no : that would begin another part. */
const part = (description: string) =>
  string({ pattern: "^[A-Za-z0-9_./@ -]+$", message: "letters, digits, spaces and _ . / @ -", description });

const repository = (description: string) =>
  string({ pattern: "^[A-Za-z0-9_.@-]+(/[A-Za-z0-9_.@-]+)+$", message: "an owner, a / and a name", description });

const githubFields = {
  repository: repository("Repository, such as example/shop."),
  environment: optional(part("Environment of GitHub that the job runs in.")),
  branch: optional(part("Branch that the job runs on, without an environment.")),
};

export const github = { fields: githubFields, description: "The pipeline of GitHub that may take the role." };
export const gitlab = optional(
  object(
    {
      project: repository("Path of the project, such as example/shop."),
      ref: part("Branch or tag that the job runs on."),
      ref_type: oneOf(["branch", "tag"], { default: "branch", description: "Which of both it is." }),
    },
    { description: "The pipeline of GitLab that may take the role." },
  ),
);

export const rights = {
  managed_policy_arns: map(string({ ...arnOf("iam", "a managed policy") }), {
    default: {},
    description: "What else the role may do: managed policies, by a name of the caller's.",
  }),
  permissions_boundary_arn: optional(
    string({ ...arnOf("iam", "a managed policy"), description: "Policy that bounds what the role may ever do." }),
  ),
  max_session_duration: integer({
    default: 3600,
    minimum: 3600,
    maximum: 43200,
    description: "Longest session in seconds.",
  }),
};
