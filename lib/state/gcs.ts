import { object, string } from "../schema";
import { defineBackend, ownNames } from "./backend";
import { folder, folderOf, inside, placed, text, texts, url } from "./option";

/** A bucket of Google Cloud Storage. Options: Terraform 1.11, backend `gcs`. */
export const gcs = defineBackend({
  name: "gcs",
  summary: "A bucket of Google Cloud Storage.",
  options: object({
    bucket: string({ minLength: 3, description: "Bucket of the state, shared by all environments." }),
    key_prefix: folder("Folders of the bucket that come before the project's own."),
    impersonate_service_account: text("Service account that reads and writes the state."),
    impersonate_service_account_delegates: texts("Service accounts between the caller and that one."),
    kms_encryption_key: text("Cloud KMS key that encrypts the state: projects/…/cryptoKeys/…"),
    storage_custom_endpoint: url("Address of the Cloud Storage API."),
  }),
  secrets: {
    credentials: "GOOGLE_BACKEND_CREDENTIALS",
    access_token: "GOOGLE_OAUTH_ACCESS_TOKEN",
    encryption_key: "GOOGLE_ENCRYPTION_KEY",
  },
  refused: { prefix: placed("key_prefix") },
  place: ["bucket", "prefix"],
  settings: ({ bucket, key_prefix, ...rest }, place) => ({
    bucket,
    prefix: inside(key_prefix) + folderOf(place),
    ...rest,
  }),
  workspaces: ownNames,
  where: ({ bucket }) =>
    `State is in the bucket \`${bucket}\` of Google Cloud Storage, which must be there before the first \`terraform init\`.`,
});
