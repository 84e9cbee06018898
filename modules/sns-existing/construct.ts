import { DataAwsSnsTopic } from "@cdktf/provider-aws/lib/data-aws-sns-topic";
import { Construct } from "constructs";
import { arnOr, identityOf, isName, nameIn } from "../../clouds/existing/find";
import type { Ref } from "../../lib/expression";
import { type Given, type Handle, open, optionalDataSource } from "../../lib/resource";
import type { Output } from "../../lib/schema";
import { inputs } from "./inputs";

/** An SNS topic that is there already, in this account or another. */
export class ExistingSnsTopic extends Construct {
  private readonly input: Ref<Output<typeof inputs>>;
  private readonly identity: Ref<string>;
  private readonly topic: Handle<DataAwsSnsTopic>;

  constructor(scope: Construct, id: string, given: Given<typeof inputs>) {
    super(scope, id);
    this.input = open(this, inputs, given);
    this.identity = identityOf(this, [this.input.name, this.input.arn], this.input, "sns");
    this.topic = optionalDataSource(this, "this", DataAwsSnsTopic, isName(this.identity), () => ({
      name: nameIn(this.identity),
    }));
  }

  get outputs() {
    return {
      topic_name: nameIn(this.identity),
      topic_arn: arnOr(this.identity, this.topic.attribute("arn")),
      topic_kms_key_arn: this.input.kms_key_arn,
    };
  }
}
