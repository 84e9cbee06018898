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

/** Where a function takes what connections give it. */
export const receives: Module["receives"] = {
  statements: "policy_statements",
  variables: "environment_variables",
  policies: "policies",
};

/** Inputs through which events come and go. */
export const flows: Module["flows"] = {
  in: ["event_sources.*.dynamodb_stream_arn"],
  out: ["event_sources.*.on_failure", "asynchronous.dead_letter"],
};
