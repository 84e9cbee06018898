import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { SnsTopic } from "@cdktf/provider-aws/lib/sns-topic";
import { App, TerraformOutput, TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import { DynamodbTable, HttpApi, Lambda, Monitoring } from "groundplan/constructs";

/** A CDKTF stack of one's own, with Groundplan's modules as constructs beside resources of the provider. */
class Orders extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new AwsProvider(this, "aws", { region: "us-east-1" });

    const failed = new SnsTopic(this, "failed", { name: "orders-failed" });
    const table = new DynamodbTable(this, "table", {
      name: "orders",
      hash_key: "order_id",
      attributes: { order_id: "S" },
      protection: { deletion_protection_enabled: false },
    });
    const handler = new Lambda(this, "handler", {
      function_name: "orders",
      code: { filename: "${path.module}/code.zip" },
      handler: "index.handler",
      runtime: "nodejs22.x",
      environment_variables: { TABLE: table.outputs.dynamodb_table_name },
      policy_statements: {
        table: { actions: ["dynamodb:PutItem"], resources: [table.outputs.dynamodb_table_arn] },
      },
      asynchronous: { dead_letter: { sns_topic_arn: failed.arn } },
    });

    const api = new HttpApi(this, "api", {
      name: "orders",
      routes: { "POST /orders": { target: "handler" } },
      targets: {
        handler: {
          lambda: {
            function_name: handler.outputs.lambda_function_name,
            invoke_arn: handler.outputs.lambda_function_invoke_arn,
          },
        },
      },
    });
    new Monitoring(this, "monitoring", {
      name: "orders",
      alarms: {
        errors: {
          metric: {
            namespace: "AWS/Lambda",
            name: "Errors",
            dimensions: { FunctionName: handler.outputs.lambda_function_name },
            statistic: "Sum",
          },
          threshold: 0,
        },
      },
      notify: { critical: { failed: { action: { arn: failed.arn } } } },
    });

    new TerraformOutput(this, "url", { value: String(api.outputs.api_url) });
    new TerraformOutput(this, "function", { value: String(handler.outputs.lambda_function_arn) });
  }
}

const app = new App();
new Orders(app, "orders");
app.synth();
