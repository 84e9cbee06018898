import { boolean, integer, list, map, object, oneOf, optional, string } from "../schema";
import { flag, folder, text, texts, url } from "./option";

const region = { pattern: "^[a-z]{2}(-[a-z]+)+-[0-9]{1,2}$", message: "an AWS region such as us-east-1" } as const;
const bucket = {
  pattern: "^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$",
  message: "an S3 bucket name of 3 to 63 characters",
  description: "S3 bucket of the state, shared by all environments.",
} as const;
const arn = { pattern: "^arn:[^ ]+$", message: "an ARN" } as const;
const duration = {
  pattern: "^(?:[0-9]+h)?(?:[0-9]+m)?(?:[0-9]+s)?$",
  message: "hours, minutes and seconds such as 1h30m",
  description: "How long the credentials of the role are valid, 15m to 12h.",
} as const;
const account = { pattern: "^[0-9]{12}$", message: "an AWS account id of 12 digits" } as const;
const accounts = (description: string) => optional(list(string(account), { minItems: 1, description }));

const session = {
  duration: optional(string(duration)),
  policy: text("IAM policy, as JSON, that narrows what the role may do."),
  policy_arns: optional(list(string(arn), { minItems: 1, description: "IAM policies that narrow what it may do." })),
  session_name: text("Name of the session, as CloudTrail shows it."),
};

const assumeRole = object(
  {
    role_arn: string({ ...arn, description: "ARN of the role." }),
    ...session,
    external_id: text("External id that the role asks for."),
    source_identity: text("Source identity of the session."),
    tags: optional(map(string(), { description: "Tags of the session." })),
    transitive_tag_keys: texts("Tags that go on to further sessions."),
  },
  { description: "Role that reads and writes the state." },
);

const webIdentity = object(
  {
    role_arn: optional(string({ ...arn, description: "ARN of the role; AWS_ROLE_ARN if absent." })),
    ...session,
    web_identity_token_file: text("File of the token; AWS_WEB_IDENTITY_TOKEN_FILE if absent."),
  },
  { description: "Role that reads and writes the state, assumed by a token of an OpenID Connect provider." },
);

const services = object(
  {
    iam: url("Address of IAM."),
    s3: url("Address of S3."),
    sso: url("Address of IAM Identity Center."),
    sts: url("Address of STS."),
  },
  { description: "Addresses of AWS services, for stores that only speak like S3." },
);

const acls = ["private", "bucket-owner-read", "bucket-owner-full-control", "authenticated-read"] as const;

const state = {
  bucket: string(bucket),
  key_prefix: folder("Folders of the bucket that come before the project's own."),
  region: optional(string({ ...region, description: "Region of the bucket; the project's if absent." })),
  encrypt: flag(
    "Whether Terraform asks for S3's own keys; if absent, the bucket's own encryption is used, which every bucket has.",
  ),
  use_lockfile: boolean({ default: true, description: "Whether a file beside the state locks it." }),
  kms_key_id: text("KMS key that encrypts the state; the bucket's own default if absent."),
  acl: optional(oneOf(acls, { description: "Canned ACL of state and lock files." })),
};

const credentials = {
  profile: text("Profile of the shared AWS configuration."),
  shared_config_files: texts("Files of shared AWS configuration."),
  shared_credentials_files: texts("Files of shared AWS credentials."),
  assume_role: optional(assumeRole),
  assume_role_with_web_identity: optional(webIdentity),
  allowed_account_ids: accounts("The only accounts that may be used."),
  forbidden_account_ids: accounts("Accounts that must not be used."),
  sts_region: optional(string({ ...region, description: "Region of STS; the bucket's if absent." })),
};

const network = {
  endpoints: optional(services),
  use_path_style: flag("Whether the bucket is part of the path, not of the host name."),
  use_dualstack_endpoint: flag("Whether endpoints speak IPv6 too."),
  use_fips_endpoint: flag("Whether endpoints are FIPS endpoints."),
  http_proxy: url("Proxy of HTTP requests."),
  https_proxy: url("Proxy of HTTPS requests."),
  no_proxy: text("Hosts, with commas between them, that need no proxy."),
  custom_ca_bundle: text("File of root certificates."),
  insecure: flag("Whether certificates are not verified."),
  max_retries: optional(integer({ minimum: 0, description: "Most retries of a request; 5 if absent." })),
  retry_mode: optional(oneOf(["standard", "adaptive"], { description: "How requests are retried." })),
  ec2_metadata_service_endpoint: url("Address of the EC2 metadata service."),
  ec2_metadata_service_endpoint_mode: optional(oneOf(["IPv4", "IPv6"], { description: "Protocol of that service." })),
};

const checks = {
  skip_credentials_validation: flag("Whether STS is not asked if the credentials are valid."),
  skip_metadata_api_check: flag("Whether the EC2 metadata service is not asked."),
  skip_region_validation: flag("Whether any name of a region is taken."),
  skip_requesting_account_id: flag("Whether the account is not asked for."),
  skip_s3_checksum: flag("Whether objects have no checksum, for stores that know none."),
};

/** Options of Terraform 1.11's backend `s3` that an author may set, and `key_prefix`. */
export const options = { ...state, ...credentials, ...network, ...checks };
