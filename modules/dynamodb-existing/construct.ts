import { DataAwsDynamodbTable } from "@cdktf/provider-aws/lib/data-aws-dynamodb-table";
import { Construct } from "constructs";
import { identityOf, isMeant, nameIn } from "../../clouds/existing/find";
import { type Expression, expr } from "../../lib/expression";
import { dataSource, type Given, type Handle, open } from "../../lib/resource";
import { inputs } from "./inputs";

/**
 * A DynamoDB table that is there already. Its key may be one of AWS, of which key policy alone decides who uses it:
 * https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#aws-managed-cmk
 */
export class ExistingDynamodbTable extends Construct {
  private readonly table: Handle<DataAwsDynamodbTable>;

  constructor(scope: Construct, id: string, given: Given<typeof inputs>) {
    super(scope, id);
    const input = open(this, inputs, given);
    const identity = identityOf(this, [input.name], input, "dynamodb:table");
    this.table = dataSource(this, "this", DataAwsDynamodbTable, {
      name: nameIn(identity, "table/"),
      lifecycle: isMeant(identity),
    });
  }

  get outputs() {
    return {
      dynamodb_table_name: this.table.attribute("name"),
      dynamodb_table_arn: this.table.attribute("arn"),
      dynamodb_table_stream_arn: orNone(this.table.attribute("streamArn")),
      dynamodb_table_stream_label: orNone(this.table.attribute("streamLabel")),
      dynamodb_table_kms_key_arn: orNone(expr`one(${this.table.inEach("serverSideEncryption", "kmsKeyArn")})`),
    };
  }
}

/** AWS gives no text where there is nothing. */
const orNone = (attribute: Expression<string>) => expr<string | undefined>`${attribute} == "" ? null : ${attribute}`;
