import type { Imports } from "../../lib/module";

/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/dynamodb_table#import */
export const imports: Imports = {
  table: { resource: "aws_dynamodb_table.this", id: "the name of the table", isName: true },
};
