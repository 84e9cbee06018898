const provider = { aws: { region: "eu-west-1" } };

const table = (tags: Record<string, string>) => ({
  name: "orders",
  billing_mode: "PROVISIONED",
  read_capacity: 5,
  write_capacity: 5,
  hash_key: "id",
  attribute: [{ name: "id", type: "S" }],
  stream_enabled: true,
  stream_view_type: "NEW_IMAGE",
  tags,
});

const scaling = {
  resource_id: "table/${aws_dynamodb_table.orders.name}",
  scalable_dimension: "dynamodb:table:ReadCapacityUnits",
  service_namespace: "dynamodb",
};

/** A table that scales; its `tags` are what a test changes. */
export const tableRoot = (tags: Record<string, string>) => ({
  provider,
  resource: {
    aws_dynamodb_table: { orders: table(tags) },
    aws_appautoscaling_target: { orders: { ...scaling, min_capacity: 5, max_capacity: 50, tags: { team: "shop" } } },
    aws_appautoscaling_policy: {
      orders: {
        ...scaling,
        depends_on: ["aws_appautoscaling_target.orders"],
        name: "orders",
        policy_type: "TargetTrackingScaling",
        target_tracking_scaling_policy_configuration: {
          target_value: 70,
          predefined_metric_specification: { predefined_metric_type: "DynamoDBReadCapacityUtilization" },
        },
      },
    },
  },
  output: { arn: { value: "${aws_dynamodb_table.orders.arn}" } },
});

const assumeRole = {
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "lambda.amazonaws.com" } }],
};

/** A function that reads the stream of a table. It needs a file `code.zip` beside it. */
export const functionRoot = {
  provider,
  resource: {
    aws_dynamodb_table: { orders: table({}) },
    aws_sns_topic: { failed: { name: "failed" } },
    aws_iam_role: { orders: { name: "orders", assume_role_policy: JSON.stringify(assumeRole) } },
    aws_cloudwatch_log_group: { orders: { name: "/aws/lambda/orders", retention_in_days: 30 } },
    aws_lambda_function: {
      orders: {
        function_name: "orders",
        role: "${aws_iam_role.orders.arn}",
        runtime: "nodejs22.x",
        handler: "index.handler",
        filename: "code.zip",
        source_code_hash: "bm90IHRoZSBoYXNoIG9mIGNvZGUuemlw",
        logging_config: { log_format: "JSON", log_group: "${aws_cloudwatch_log_group.orders.name}" },
        dead_letter_config: { target_arn: "${aws_sns_topic.failed.arn}" },
      },
    },
    aws_lambda_event_source_mapping: {
      orders: {
        event_source_arn: "${aws_dynamodb_table.orders.stream_arn}",
        function_name: "${aws_lambda_function.orders.arn}",
        starting_position: "LATEST",
        destination_config: { on_failure: { destination_arn: "${aws_sns_topic.failed.arn}" } },
      },
    },
    aws_lambda_function_url: {
      orders: { function_name: "${aws_lambda_function.orders.function_name}", authorization_type: "AWS_IAM" },
    },
  },
};
