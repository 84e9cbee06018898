import { DataAwsCloudwatchEventBus } from "@cdktf/provider-aws/lib/data-aws-cloudwatch-event-bus";
import { Construct } from "constructs";
import { arnOr, identityOf, isName, nameIn } from "../../clouds/existing/find";
import type { Ref } from "../../lib/expression";
import { type Given, type Handle, open, optionalDataSource } from "../../lib/resource";
import { inputs } from "./inputs";

/** An event bus that is there already, in this account or another. */
export class ExistingEventBus extends Construct {
  private readonly identity: Ref<string>;
  private readonly bus: Handle<DataAwsCloudwatchEventBus>;

  constructor(scope: Construct, id: string, given: Given<typeof inputs>) {
    super(scope, id);
    const input = open(this, inputs, given);
    this.identity = identityOf(this, [input.name, input.arn], input, "events:event-bus");
    this.bus = optionalDataSource(this, "this", DataAwsCloudwatchEventBus, isName(this.identity), () => ({
      name: nameIn(this.identity),
    }));
  }

  get outputs() {
    return {
      eventbridge_bus_name: nameIn(this.identity, "event-bus/"),
      eventbridge_bus_arn: arnOr(this.identity, this.bus.attribute("arn")),
    };
  }
}
