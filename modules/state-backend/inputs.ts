import { arnOf, kmsKey } from "../../clouds/aws-inputs";
import {
  accessLogs,
  encryption,
  github,
  gitlab,
  lockTable,
  oidc,
  rights,
  versions,
} from "../../clouds/bootstrap/s3-inputs";
import { exactlyOneOf, forbiddenWhen, is, list, map, object, optional, string } from "../../lib/schema";

const stateKey = {
  pattern: "^[A-Za-z0-9_.=:@+-]+(/[A-Za-z0-9_.=:@+-]+)*/?$",
  message: "letters, digits and _ . = : @ + -, with a / between folders",
} as const;

const replication = object(
  {
    bucket_arn: string({ ...arnOf("s3", "a bucket"), description: "Bucket of another region, which keeps versions." }),
    kms_key_arn: optional(string({ ...kmsKey, description: "KMS key that encrypts it." })),
  },
  { description: "Where all states are copied to." },
);

const deployRole = object(
  {
    name: string({
      pattern: "^[A-Za-z0-9+=,.@_-]+$",
      message: "letters, digits and + = , . @ _ -",
      maxLength: 64,
      description: "Name of the role, unique in the account.",
    }),
    state_keys: list(string(stateKey), { minItems: 1, description: "Keys of the states that it reads and writes." }),
    list_prefixes: list(string(stateKey), {
      default: [],
      description: "What it may list beside those keys: the folder of the workspaces, with a / at its end.",
    }),
    github: optional(
      object(github.fields, { rules: [exactlyOneOf("environment", "branch")], description: github.description }),
    ),
    gitlab,
    assume_role_arns: list(string(arnOf("iam", "an IAM role")), {
      default: [],
      description: "Roles that it may take: those of other accounts that are deployed to.",
    }),
    ...rights,
  },
  { rules: [exactlyOneOf("github", "gitlab")] },
);

export const inputs = object({
  bucket: string({
    pattern: "^[a-z0-9][a-z0-9.-]*[a-z0-9]$",
    message: "lower-case letters, digits, . and -",
    minLength: 3,
    maxLength: 63,
    description: "Name of the bucket, unique in the world.",
  }),
  encryption: object(
    {
      ...encryption,
      kms_key_arn: optional(
        string({ ...kmsKey, description: "KMS key of the caller's, in place of one of the bucket's own." }),
      ),
    },
    { rules: [forbiddenWhen("kms_key_arn", is("sse_algorithm", "AES256"))], default: {}, description: "Encryption." },
  ),
  versions,
  access_logs: accessLogs,
  replication: optional(replication),
  lock_table: lockTable,
  oidc,
  deploy_roles: map(deployRole, {
    default: {},
    keys: "^[a-z0-9-]+$",
    keysMessage: "lower-case letters, digits and -",
    description: "Roles that pipelines take, by environment: each reads and writes its own states and no other.",
  }),
  tags: map(string(), { default: {}, description: "Tags of everything that the module makes." }),
});
