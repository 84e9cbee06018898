import { PlainStack } from "../../lib/cdk";
import type { Module } from "../../lib/module";
import type { Input } from "../../lib/schema";
import { stateBackend } from "../../modules/state-backend";
import { StateBackend } from "../../modules/state-backend/construct";
import { complete, existing, minimal } from "../../modules/state-backend/examples";
import { rendered } from "./rendered";

type Inputs = Input<typeof stateBackend.inputs>;
type Resources = Record<string, Record<string, Record<string, unknown>>>;

/** What the construct makes in a stack of its own. */
function made(inputs: Inputs): Resources {
  const stack = new PlainStack("test");
  new StateBackend(stack, "store", inputs);
  return (stack.toTerraform() as { resource: Resources }).resource;
}

test("by itself is a bucket that is versioned, closed, encrypted, logged and not destroyed", () => {
  const { aws_s3_bucket, aws_kms_key, aws_s3_bucket_versioning, ...rest } = made(minimal);
  expect(aws_s3_bucket?.this).toMatchObject({ lifecycle: { prevent_destroy: true } });
  expect(aws_s3_bucket_versioning?.this).toMatchObject({ versioning_configuration: { status: "Enabled" } });
  expect(aws_kms_key).toBeDefined();
  expect(rest.aws_s3_bucket_public_access_block?.this).toMatchObject({
    block_public_acls: true,
    block_public_policy: true,
    ignore_public_acls: true,
    restrict_public_buckets: true,
  });
  expect(rest.aws_s3_bucket_ownership_controls?.this).toMatchObject({
    rule: { object_ownership: "BucketOwnerEnforced" },
  });
  expect(rest.aws_s3_bucket_logging).toBeDefined();
});

test.each(["aws_dynamodb_table", "aws_iam_role", "aws_s3_bucket_replication_configuration"])(
  "not asked for, makes no %s",
  (type) => {
    expect(made(complete)[type]).toBeDefined();
    expect(made(minimal)[type]).toBeUndefined();
  },
);

test("former states go after a time, and the markers of deleted locks with them", () => {
  const { this: lifecycle } = made(complete).aws_s3_bucket_lifecycle_configuration ?? {};
  expect(lifecycle?.rule).toMatchObject([
    { noncurrent_version_expiration: [{ noncurrent_days: 365, newer_noncurrent_versions: 10 }] },
    {
      expiration: [{ expired_object_delete_marker: true }],
      abort_incomplete_multipart_upload: [{ days_after_initiation: 1 }],
    },
  ]);
});

test("a copy has the deletion of locks, too", () => {
  const { this: copy } = made(complete).aws_s3_bucket_replication_configuration ?? {};
  expect(copy?.rule).toMatchObject([{ delete_marker_replication: { status: "Enabled" } }]);
});

test("the bucket's policy asks for TLS and lets nobody delete the bucket", () => {
  const policy = String(made(minimal).aws_s3_bucket_policy?.this?.policy);
  expect(policy).toMatch(/"Effect" = "Deny".*"Action" = "s3:DeleteBucket"/);
  expect(policy).toContain('"aws:SecureTransport" = "false"');
});

test("no right of a deploy role is on everything", async () => {
  const { deploy } =
    ((await rendered(stateBackend as unknown as Module)).resource as Resources).aws_iam_role_policy ?? {};
  expect(String(deploy?.policy)).toContain("s3:PutObject");
  expect(String(deploy?.policy)).not.toMatch(/"Resource" = "\*"|:\*"/);
});

test("a provider of tokens that is there already is not made again", async () => {
  const resource = (await rendered(stateBackend as unknown as Module)).resource as Resources;
  expect(resource.aws_iam_openid_connect_provider?.github?.count).toContain("provider_arn == null");
  expect(JSON.stringify(made(existing).aws_iam_role)).toContain("oidc-provider/token.actions.example.ghe.com");
});

test.each(Object.entries(stateBackend.rejected ?? {}))("as a construct refuses %s", (_, inputs) => {
  expect(() => made(inputs)).toThrow();
});
