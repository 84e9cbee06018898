import { text } from "../../lib/expression";
import type { Connections, Module } from "../../lib/module";
import type { outputs } from "./outputs";

/** IAM actions of Lambda: https://docs.aws.amazon.com/service-authorization/latest/reference/list_awslambda.html */
export const connections: Connections<keyof typeof outputs> = {
  access: {
    invoke: {
      summary: "call the function",
      actions: ["lambda:InvokeFunction"],
      resources: ({ lambda_function_arn }) => [lambda_function_arn, text`${lambda_function_arn}:*`],
    },
  },
  variables: { NAME: "lambda_function_name", ARN: "lambda_function_arn" },
};

/** The role and the log group know nothing of what the function uses. */
export const staticOutputs = {
  inputs: ["function_name", "logging", "role", "tags", "vpc"],
  outputs: {
    lambda_function_name: "lambda_function_name_static",
    lambda_function_name_static: "lambda_function_name_static",
    lambda_function_arn: "lambda_function_arn_static",
    lambda_function_arn_static: "lambda_function_arn_static",
    lambda_security_group_id: "lambda_security_group_id",
    lambda_role_name: "lambda_role_name",
    lambda_role_arn: "lambda_role_arn",
    lambda_cloudwatch_log_group_name: "lambda_cloudwatch_log_group_name",
    lambda_cloudwatch_log_group_arn: "lambda_cloudwatch_log_group_arn",
  },
} as const;

/** Where a function takes what connections give it. */
export const receives: Module["receives"] = {
  statements: "policy_statements",
  variables: "environment_variables",
  policies: "policies",
  network: { rules: "network_rules", group: ["vpc", "security_group"] },
};

/** Inputs through which events come and go. */
export const flows: Module["flows"] = {
  in: ["event_sources.*.dynamodb_stream_arn"],
  out: ["event_sources.*.on_failure", "asynchronous.dead_letter"],
};
