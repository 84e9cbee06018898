import { DataAwsSqsQueue } from "@cdktf/provider-aws/lib/data-aws-sqs-queue";
import { Construct } from "constructs";
import { identityOf, isMeant, nameIn } from "../../clouds/existing/find";
import type { Ref } from "../../lib/expression";
import { dataSource, type Given, type Handle, open } from "../../lib/resource";
import type { Output } from "../../lib/schema";
import { inputs } from "./inputs";

/** An SQS queue that is there already. */
export class ExistingSqsQueue extends Construct {
  private readonly input: Ref<Output<typeof inputs>>;
  private readonly queue: Handle<DataAwsSqsQueue>;

  constructor(scope: Construct, id: string, given: Given<typeof inputs>) {
    super(scope, id);
    this.input = open(this, inputs, given);
    const identity = identityOf(this, [this.input.name], this.input, "sqs");
    this.queue = dataSource(this, "this", DataAwsSqsQueue, { name: nameIn(identity), lifecycle: isMeant(identity) });
  }

  get outputs() {
    return {
      queue_name: this.queue.attribute("name"),
      queue_arn: this.queue.attribute("arn"),
      queue_url: this.queue.attribute("url"),
      queue_kms_key_arn: this.input.kms_key_arn,
    };
  }
}
