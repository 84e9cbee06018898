import { DataAwsS3Bucket } from "@cdktf/provider-aws/lib/data-aws-s3-bucket";
import { Construct } from "constructs";
import { identityOf, nameIn } from "../../clouds/existing/find";
import type { Ref } from "../../lib/expression";
import { dataSource, type Given, type Handle, open } from "../../lib/resource";
import type { Output } from "../../lib/schema";
import { inputs } from "./inputs";

/** An S3 bucket that is there already. */
export class ExistingS3Bucket extends Construct {
  private readonly input: Ref<Output<typeof inputs>>;
  private readonly bucket: Handle<DataAwsS3Bucket>;

  constructor(scope: Construct, id: string, given: Given<typeof inputs>) {
    super(scope, id);
    this.input = open(this, inputs, given);
    const identity = identityOf(this, [this.input.name], this.input, "s3");
    this.bucket = dataSource(this, "this", DataAwsS3Bucket, { bucket: nameIn(identity) });
  }

  get outputs() {
    return {
      s3_bucket_id: this.bucket.attribute("bucket"),
      s3_bucket_arn: this.bucket.attribute("arn"),
      s3_bucket_region: this.bucket.attribute("region"),
      s3_bucket_bucket_regional_domain_name: this.bucket.attribute("bucketRegionalDomainName"),
      s3_bucket_kms_key_arn: this.input.kms_key_arn,
    };
  }
}
