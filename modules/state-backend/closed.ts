import type { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { S3BucketOwnershipControls } from "@cdktf/provider-aws/lib/s3-bucket-ownership-controls";
import { S3BucketPolicy } from "@cdktf/provider-aws/lib/s3-bucket-policy";
import { S3BucketPublicAccessBlock } from "@cdktf/provider-aws/lib/s3-bucket-public-access-block";
import type { Construct } from "constructs";
import type { Expression, Ref } from "../../lib/expression";
import { type Handle, optionalResource } from "../../lib/resource";

/** Sees to it that nothing in a bucket is public or anybody else's, whatever its objects say; gives the policy. */
export function closeToOthers(
  scope: Construct,
  id: string,
  presence: Ref<true | undefined>,
  of: Handle<S3Bucket>,
  policy: Expression<string>,
): Handle<S3BucketPolicy> {
  const bucket = of.attribute("id");
  optionalResource(scope, id, S3BucketOwnershipControls, presence, () => ({
    bucket,
    rule: { objectOwnership: "BucketOwnerEnforced" },
  }));
  const block = optionalResource(scope, id, S3BucketPublicAccessBlock, presence, () => ({
    bucket,
    blockPublicAcls: true,
    blockPublicPolicy: true,
    ignorePublicAcls: true,
    restrictPublicBuckets: true,
  }));
  // Named by its block: S3 takes one change of a bucket's access at a time.
  return optionalResource(scope, id, S3BucketPolicy, presence, () => ({ bucket: block.attribute("bucket"), policy }));
}
