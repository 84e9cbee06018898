import type { Bootstrap, Foundation } from "../../lib/cloud";
import { escapeAll } from "../../lib/compose";
import { integer, type Output, object, optional, string } from "../../lib/schema";

const options = object(
  {
    project: optional(string({ minLength: 1, description: "Project of the bucket; GOOGLE_PROJECT if absent." })),
    location: string({ default: "US", minLength: 2, description: "Region or multi-region of the bucket." }),
    noncurrent_days: integer({ default: 90, minimum: 1, description: "Days after which a former state is deleted." }),
    soft_delete_days: integer({
      default: 30,
      minimum: 7,
      maximum: 90,
      description: "Days in which what was deleted can be brought back.",
    }),
  },
  { description: "How the store of the states is made." },
);

/** A bucket. Arguments: https://registry.terraform.io/providers/hashicorp/google/6.36.0/docs/resources/storage_bucket */
export const gcs: Bootstrap = {
  options,
  absent: /bucket doesn't exist|bucket does not exist/,
  root: (foundation) => ({
    main: { resource: { google_storage_bucket: { state: bucket(foundation) } } },
    providers: {
      terraform: {
        required_version: ">= 1.10",
        required_providers: { google: { source: "hashicorp/google", version: "~> 6.36" } },
      },
      provider: { google: projectOf(foundation) },
    },
    outputs: { output: { bucket: { description: "The bucket.", value: "${google_storage_bucket.state.name}" } } },
  }),
};

const wanted = ({ options: given }: Foundation) => given as Output<typeof options>;

const projectOf = (foundation: Foundation) => {
  const { project } = wanted(foundation);
  return project === undefined ? {} : { project };
};

function bucket(foundation: Foundation) {
  const { location, noncurrent_days, soft_delete_days } = wanted(foundation);
  const { bucket: name, kms_encryption_key: key } = foundation.state as unknown as Record<string, string | undefined>;
  return {
    ...(escapeAll({
      name,
      location,
      ...(key === undefined ? {} : { encryption: [{ default_kms_key_name: key }] }),
    }) as object),
    uniform_bucket_level_access: true,
    public_access_prevention: "enforced",
    versioning: [{ enabled: true }],
    soft_delete_policy: [{ retention_duration_seconds: soft_delete_days * 24 * 60 * 60 }],
    lifecycle_rule: [
      {
        action: [{ type: "Delete" }],
        condition: [{ days_since_noncurrent_time: noncurrent_days, with_state: "ARCHIVED" }],
      },
      { action: [{ type: "AbortIncompleteMultipartUpload" }], condition: [{ age: 7 }] },
    ],
    lifecycle: { prevent_destroy: true },
  };
}
