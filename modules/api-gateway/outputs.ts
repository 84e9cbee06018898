import { optional, string } from "../../lib/schema";

export const outputs = {
  api_id: string({ description: "ID of the API." }),
  api_arn: string({ description: "ARN of the API." }),
  api_url: string({ description: "URL that clients use, without / at its end: of the domain if there is one." }),
  api_endpoint: string({ description: "URL by AWS's own name; closed if the domain says so." }),
  api_execution_arn: string({ description: "ARN that permissions to call the API begin with." }),
  stage_id: string({ description: "Name of the stage." }),
  stage_arn: string({ description: "ARN of the stage." }),
  stage_invoke_url: string({ description: "URL of the stage by AWS's own name." }),
  stage_access_logs_cloudwatch_log_group_name: string({ description: "Name of the log group of requests." }),
  stage_access_logs_cloudwatch_log_group_arn: string({ description: "ARN of the log group of requests." }),
  domain_name_target_domain_name: optional(
    string({ description: "Name that a DNS alias of the domain leads to; null without a domain." }),
  ),
  domain_name_hosted_zone_id: optional(
    string({ description: "Hosted zone of that name, which a Route 53 alias asks for; null without a domain." }),
  ),
};
