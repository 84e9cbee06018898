import { optional, string } from "../../lib/schema";

export const outputs = {
  lambda_function_name: string({ description: "Name of the function." }),
  lambda_function_arn: string({ description: "ARN of the function." }),
  lambda_function_name_static: string({
    description: "Name of the function, known before it is there; for what it refers to itself.",
  }),
  lambda_function_arn_static: string({
    description: "ARN of the function, known before it is there; for what it refers to itself.",
  }),
  lambda_function_invoke_arn: string({ description: "ARN by which API Gateway calls the function." }),
  lambda_function_url: optional(string({ description: "URL of the function; null without one." })),
  lambda_security_group_id: optional(
    string({ description: "Security group of the function's own; null if it has none." }),
  ),
  lambda_role_name: string({ description: "Name of the function's role." }),
  lambda_role_arn: string({ description: "ARN of the function's role." }),
  lambda_cloudwatch_log_group_name: string({ description: "Name of the function's log group." }),
  lambda_cloudwatch_log_group_arn: string({ description: "ARN of the function's log group." }),
};

export const outputsOfRuns = {
  ...outputs,
  lambda_run_once_result: optional(
    string({ description: "What the function answered when it was run once; null if it was not. It is no secret." }),
  ),
};
