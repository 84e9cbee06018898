import { SecurityGroup as Group } from "@cdktf/provider-aws/lib/security-group";
import { Construct } from "constructs";
import { letIn, letOut, reach } from "../../clouds/network/rules";
import { expr, type Ref, text } from "../../lib/expression";
import { type Given, type Handle, open, resource } from "../../lib/resource";
import type { Output } from "../../lib/schema";
import { inputs } from "./inputs";

type Inputs = Ref<Output<typeof inputs>>;

/** A security group that lets in and out what its rules say, and nothing else. */
export class SecurityGroup extends Construct {
  private readonly input: Inputs;
  private readonly group: Handle<Group>;

  constructor(scope: Construct, id: string, given: Given<typeof inputs>) {
    super(scope, id);
    const input = open(this, inputs, given);
    this.input = input;
    this.group = this.securityGroup(input);
    reach(this, this.group.attribute("id"), input.network_rules);
    letIn(this, this.group.attribute("id"), input.ingress_rules);
    letOut(this, this.group.attribute("id"), input.egress_rules);
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

  private securityGroup({ name, description, vpc_id, tags }: Inputs): Handle<Group> {
    return resource(this, "this", Group, {
      namePrefix: text`${name}-`,
      description,
      vpcId: vpc_id,
      tags: expr`merge({ Name = ${name} }, ${tags})`,
      lifecycle: { createBeforeDestroy: true },
    });
  }
}
