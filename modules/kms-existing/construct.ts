import { DataAwsKmsKey } from "@cdktf/provider-aws/lib/data-aws-kms-key";
import { Construct } from "constructs";
import { identityOf } from "../../clouds/existing/find";
import { expr } from "../../lib/expression";
import { dataSource, type Given, type Handle, open } from "../../lib/resource";
import { inputs } from "./inputs";

/** A KMS key that is there already. */
export class ExistingKmsKey extends Construct {
  private readonly key: Handle<DataAwsKmsKey>;

  constructor(scope: Construct, id: string, given: Given<typeof inputs>) {
    super(scope, id);
    const input = open(this, inputs, given);
    this.key = dataSource(this, "this", DataAwsKmsKey, {
      keyId: identityOf(this, [input.id, input.alias], input, "kms:key"),
    });
  }

  get outputs() {
    return { key_id: expr`element(split("/", ${this.key.attribute("arn")}), -1)`, key_arn: this.key.attribute("arn") };
  }
}
