import { DataAwsSecurityGroup } from "@cdktf/provider-aws/lib/data-aws-security-group";
import { Construct } from "constructs";
import { parameterValue } from "../../clouds/existing/find";
import { expr, type Ref } from "../../lib/expression";
import { dataSource, type Given, type Handle, open } from "../../lib/resource";
import type { Output } from "../../lib/schema";
import { inputs } from "./inputs";

/** A security group that is there already. */
export class ExistingSecurityGroup extends Construct {
  private readonly input: Ref<Output<typeof inputs>>;
  private readonly group: Handle<DataAwsSecurityGroup>;

  constructor(scope: Construct, id: string, given: Given<typeof inputs>) {
    super(scope, id);
    this.input = open(this, inputs, given);
    const parameter = parameterValue(this, this.input.ssm_parameter);
    this.group = dataSource(this, "this", DataAwsSecurityGroup, {
      id: expr<string>`${this.input.id} != null ? ${this.input.id} : ${parameter}`,
      tags: this.input.tags,
    });
  }

  get outputs() {
    return {
      security_group_id: this.group.attribute("id"),
      security_group_arn: this.group.attribute("arn"),
      security_group_name: this.group.attribute("name"),
      security_group_vpc_id: this.group.attribute("vpcId"),
      security_group_ports: this.input.ports,
    };
  }
}
