import { DataAwsEcsCluster } from "@cdktf/provider-aws/lib/data-aws-ecs-cluster";
import { Construct } from "constructs";
import { identityOf, isMeant, nameIn } from "../../clouds/existing/find";
import { dataSource, type Given, type Handle, open } from "../../lib/resource";
import { inputs } from "./inputs";

/** An ECS cluster that is there already. */
export class ExistingEcsCluster extends Construct {
  private readonly cluster: Handle<DataAwsEcsCluster>;

  constructor(scope: Construct, id: string, given: Given<typeof inputs>) {
    super(scope, id);
    const input = open(this, inputs, given);
    const identity = identityOf(this, [input.name], input, "ecs:cluster");
    this.cluster = dataSource(this, "this", DataAwsEcsCluster, {
      clusterName: nameIn(identity, "cluster/"),
      lifecycle: isMeant(identity),
    });
  }

  get outputs() {
    return { cluster_name: this.cluster.attribute("clusterName"), cluster_arn: this.cluster.attribute("arn") };
  }
}
