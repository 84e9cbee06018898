/** What somebody else has made, and the parameters that name it. */
export const neighbours = (account: string) => {
  const named = (name: string) => ({ tags: { Name: name } });
  return {
    aws_dynamodb_table: {
      orders: {
        name: "company-orders",
        hash_key: "id",
        billing_mode: "PAY_PER_REQUEST",
        attribute: [{ name: "id", type: "S" }],
        stream_enabled: true,
        stream_view_type: "NEW_IMAGE",
        server_side_encryption: [{ enabled: true, kms_key_arn: "${aws_kms_key.own.arn}" }],
        ...named("orders"),
      },
    },
    aws_cloudwatch_event_bus: { events: { name: "company-events", ...named("events") } },
    aws_sns_topic: { alerts: { name: "company-alerts", ...named("alerts") } },
    aws_sqs_queue: { jobs: { name: "company-jobs", ...named("jobs") } },
    aws_s3_bucket: { reports: { bucket: `company-reports-${account}`, force_destroy: true, ...named("reports") } },
    aws_kms_key: { own: { description: "own", ...named("own") } },
    aws_kms_alias: { own: { name: "alias/company", target_key_id: "${aws_kms_key.own.id}" } },
    aws_ecs_cluster: { company: { name: "company", ...named("company") } },
    aws_security_group: { cache: { vpc_id: "${aws_vpc.main.id}", name: "company-cache", ...named("cache") } },
    aws_secretsmanager_secret: {
      payment: {
        name: "company/payment",
        kms_key_id: "${aws_kms_key.own.arn}",
        recovery_window_in_days: 0,
        ...named("payment"),
      },
    },
    aws_vpc: { main: { cidr_block: "10.0.0.0/16", ...named("main") } },
    aws_subnet: Object.fromEntries(
      ["private", "private", "public"].map((tier, i) => [
        `${tier}_${i}`,
        { vpc_id: "${aws_vpc.main.id}", cidr_block: `10.0.${i}.0/24`, tags: { Tier: tier } },
      ]),
    ),
    aws_iam_role: {
      own: {
        name: "company-pricing",
        path: "/own/",
        assume_role_policy: JSON.stringify({
          Version: "2012-10-17",
          Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "lambda.amazonaws.com" } }],
        }),
      },
    },
    aws_lambda_function: {
      pricing: {
        function_name: "company-pricing",
        role: "${aws_iam_role.own.arn}",
        handler: "index.handler",
        runtime: "nodejs22.x",
        filename: "${path.module}/code.zip",
        ...named("pricing"),
      },
    },
    aws_ssm_parameter: Object.fromEntries(
      Object.entries({
        table: "${aws_dynamodb_table.orders.name}",
        bus: "${aws_cloudwatch_event_bus.events.arn}",
        topic: "${aws_sns_topic.alerts.arn}",
        queue: "${aws_sqs_queue.jobs.arn}",
        bucket: "${aws_s3_bucket.reports.bucket}",
        key: "${aws_kms_alias.own.name}",
        cluster: "${aws_ecs_cluster.company.arn}",
        vpc: "${aws_vpc.main.id}",
        secret: "${aws_secretsmanager_secret.payment.arn}",
        group: "${aws_security_group.cache.id}",
        function: "${aws_lambda_function.pricing.arn}",
      }).map(([name, value]) => [name, { name: `/company/${name}`, type: "String", value }]),
    ),
  };
};
