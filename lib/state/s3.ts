import { atMostOneOf, object } from "../schema";
import { defineBackend, ownNames } from "./backend";
import { folderOf, inside, placed } from "./option";
import { options } from "./s3-options";

const lock = "DynamoDB locks are deprecated: `use_lockfile`, which is on, locks by a file beside the state";
const ended = (instead: string) => `Terraform has deprecated it: use \`${instead}\``;

/** An S3 bucket. Options: Terraform 1.11, backend `s3`. */
export const s3 = defineBackend({
  name: "s3",
  summary: "An S3 bucket, encrypted, with a lock file beside each state.",
  options: object(options, { rules: [atMostOneOf("allowed_account_ids", "forbidden_account_ids")] }),
  secrets: {
    access_key: "AWS_ACCESS_KEY_ID",
    secret_key: "AWS_SECRET_ACCESS_KEY",
    token: "AWS_SESSION_TOKEN",
    sse_customer_key: "AWS_SSE_CUSTOMER_KEY",
    "assume_role_with_web_identity.web_identity_token": "AWS_WEB_IDENTITY_TOKEN_FILE",
  },
  refused: {
    key: placed("key_prefix"),
    workspace_key_prefix: placed("key_prefix"),
    dynamodb_table: lock,
    dynamodb_endpoint: lock,
    endpoint: ended("endpoints.s3"),
    iam_endpoint: ended("endpoints.iam"),
    sts_endpoint: ended("endpoints.sts"),
    force_path_style: ended("use_path_style"),
    shared_credentials_file: ended("shared_credentials_files"),
  },
  place: ["bucket", "key", "workspace_key_prefix"],
  settings({ bucket, key_prefix, region, ...rest }, place) {
    const base = inside(key_prefix) + folderOf(place);
    const key =
      place.environment === undefined
        ? { key: "terraform.tfstate", workspace_key_prefix: base }
        : { key: `${base}/terraform.tfstate` };
    return { bucket, ...key, region: region ?? place.region, ...rest };
  },
  workspaces: ownNames,
  where: ({ bucket, use_lockfile }) =>
    `State is in the S3 bucket \`${bucket}\`, one key per root${use_lockfile ? ", locked by a file beside it (Terraform 1.10 or later)" : ""}. The bucket\nmust be there before the first \`terraform init\`; let it keep versions, so that every former state can be brought back.`,
});
