import type { Imports } from "../../lib/module";

/**
 * A function that has run has a log group, which Terraform could not make again.
 * https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lambda_function#import
 */
export const imports: Imports = {
  function: { resource: "aws_lambda_function.function", id: "the name of the function", isName: true },
  log_group: { resource: "aws_cloudwatch_log_group.this", id: "the name of the log group" },
  role: { resource: "aws_iam_role.role", id: "the name of the role" },
  role_policy: { resource: "aws_iam_role_policy.policy", id: "the names of role and policy, as in role:policy" },
  event_sources: { resource: "aws_lambda_event_source_mapping.source", id: "the UUID of the mapping", isKeyed: true },
  function_url: { resource: "aws_lambda_function_url.url[0]", id: "the name of the function" },
};
