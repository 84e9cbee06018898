import type { Imports } from "../../lib/module";

/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ssm_parameter#import */
export const imports: Imports = {
  parameters: { resource: "aws_ssm_parameter.this", id: "the name of the parameter", isKeyed: true },
};
