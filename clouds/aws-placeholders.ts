const place = "us-east-1:123456789012";
const id = "0123456789abcdef0";

/**
 * What outputs look like, by their name; `x` stands for a name. Forms of ARNs:
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
const forms: readonly (readonly [name: RegExp, form: string])[] = [
  [/_stream_arn$/, `arn:aws:dynamodb:${place}:table/x/stream/2020-01-01T00:00:00.000`],
  [/^dynamodb_table_arn$/, `arn:aws:dynamodb:${place}:table/x`],
  [/_invoke_arn$/, `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:${place}:function:x`],
  [/(^|_)key_arn$/, `arn:aws:kms:${place}:key/01234567-89ab-4cde-8f01-23456789abcd`],
  [/(^|_)key_id$/, "01234567-89ab-4cde-8f01-23456789abcd"],
  [/_role_arn$/, "arn:aws:iam::123456789012:role/x"],
  [/_log_group_arn$/, `arn:aws:logs:${place}:log-group:x`],
  [/^lambda_function_.*arn/, `arn:aws:lambda:${place}:function:x`],
  [/_execution_arn$/, `arn:aws:execute-api:${place}:x`],
  [/^(api|stage)_arn$/, "arn:aws:apigateway:us-east-1::/apis/x"],
  [/_bucket_arn$/, "arn:aws:s3:::x"],
  [/(^|_)topic_arn$/, `arn:aws:sns:${place}:x`],
  [/(^|_)queue_arn$/, `arn:aws:sqs:${place}:x`],
  [/_bus_arn$/, `arn:aws:events:${place}:event-bus/x`],
  [/^cluster_arn$/, `arn:aws:ecs:${place}:cluster/x`],
  [/_dashboard_arn$|^dashboard_arn$/, "arn:aws:cloudwatch::123456789012:dashboard/x"],
  [/^vpc_arn$/, `arn:aws:ec2:${place}:vpc/vpc-${id}`],
  [/^vpc_id$/, `vpc-${id}`],
  [/subnet_ids$/, `subnet-${id}`],
  [/security_group_id$/, `sg-${id}`],
  [/^security_group_arn$/, `arn:aws:ec2:${place}:security-group/sg-${id}`],
  [/^secret_arn$/, `arn:aws:secretsmanager:${place}:secret:x-AbCdEf`],
  [/_cidr_block$/, "10.0.0.0/16"],
  [/_region$/, "us-east-1"],
  [/_(url|endpoint)$/, "https://x.example.com"],
];

/** A text that an output of a component may be: an ARN for an ARN, a name for a name. */
export function placeholder(output: string, label: string): string {
  const name = `placeholder-${label.replaceAll("_", "-")}`;
  const [, form = "x"] = forms.find(([pattern]) => pattern.test(output)) ?? [];
  return form.replace(/\bx\b/, name);
}
