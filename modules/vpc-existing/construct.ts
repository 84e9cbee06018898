import { DataAwsSubnets } from "@cdktf/provider-aws/lib/data-aws-subnets";
import { DataAwsVpc } from "@cdktf/provider-aws/lib/data-aws-vpc";
import { Construct } from "constructs";
import { parameterValue } from "../../clouds/existing/find";
import { type Expression, expr, orNull, type Ref } from "../../lib/expression";
import { dataSource, type Given, type Handle, open, optionalDataSource } from "../../lib/resource";
import type { Output } from "../../lib/schema";
import { inputs } from "./inputs";

type Inputs = Output<typeof inputs>;
type Subnets = Inputs["private_subnets"];

/** A VPC that is there already, with its subnets. */
export class ExistingVpc extends Construct {
  private readonly vpc: Handle<DataAwsVpc>;
  private readonly privateSubnets: Ref<string[]>;
  private readonly publicSubnets: Ref<string[]>;

  constructor(scope: Construct, id: string, given: Given<typeof inputs>) {
    super(scope, id);
    const input = open(this, inputs, given);
    const parameter = parameterValue(this, input.ssm_parameter);
    this.vpc = dataSource(this, "this", DataAwsVpc, {
      id: expr<string>`${input.id} != null ? ${input.id} : ${parameter}`,
      tags: input.tags,
    });
    this.privateSubnets = this.subnets("private", input.private_subnets);
    this.publicSubnets = this.subnets("public", input.public_subnets);
  }

  get outputs() {
    return {
      vpc_id: this.vpc.attribute("id"),
      vpc_arn: this.vpc.attribute("arn"),
      vpc_cidr_block: this.vpc.attribute("cidrBlock"),
      private_subnet_ids: this.privateSubnets,
      public_subnet_ids: this.publicSubnets,
    };
  }

  private subnets(id: string, given: Expression<Subnets>): Ref<string[]> {
    const [ids, tags] = [orNull(given, ({ ids }) => ids), orNull(given, ({ tags }) => tags)];
    const found = optionalDataSource(this, id, DataAwsSubnets, tags, (tags) => ({
      filter: [{ name: "vpc-id", values: [this.vpc.attribute("id")] }],
      tags,
      lifecycle: {
        postcondition: [
          {
            condition: "${length(self.ids) > 0}",
            errorMessage: `No subnets of the VPC have the tags of its ${id} ones.`,
          },
        ],
      },
    }));
    return expr<string[]>`sort(coalesce(${ids}, ${found.attribute("ids")}, []))`;
  }
}
