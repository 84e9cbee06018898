import { SsmParameter } from "@cdktf/provider-aws/lib/ssm-parameter";
import { Construct } from "constructs";
import { eachResource, type Given, type Handles, open } from "../../lib/resource";
import { inputs } from "./inputs";

/** Parameters of plain text, for others to read. */
export class SsmParameters extends Construct {
  private readonly parameters: Handles<SsmParameter>;

  constructor(scope: Construct, id: string, given: Given<typeof inputs>) {
    super(scope, id);
    const { parameters, tags } = open(this, inputs, given);
    this.parameters = eachResource(this, "this", SsmParameter, parameters, ({ name, value, description }) => ({
      name,
      type: "String",
      insecureValue: value,
      description,
      tags,
    }));
  }

  get outputs() {
    return {
      ssm_parameter_names: this.parameters.all("name"),
      ssm_parameter_arns: this.parameters.all("arn"),
    };
  }
}
