import type { Imports } from "../../lib/module";

/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/apigatewayv2_api#import */
export const imports: Imports = {
  api: { resource: "aws_apigatewayv2_api.this", id: "the id of the API" },
  stage: { resource: "aws_apigatewayv2_stage.this", id: "the id of the API and the stage, as in a1b2c3/$default" },
  routes: {
    resource: "aws_apigatewayv2_route.route",
    id: "the ids of API and route, as in a1b2c3/r4t5",
    isKeyed: true,
  },
  targets: {
    resource: "aws_apigatewayv2_integration.target",
    id: "the ids of API and integration, as in a1b2c3/i4n5",
    isKeyed: true,
  },
  authorizers: {
    resource: "aws_apigatewayv2_authorizer.authorizer",
    id: "the ids of API and authorizer, as in a1b2c3/a4u5",
    isKeyed: true,
  },
  log_group: { resource: "aws_cloudwatch_log_group.this", id: "the name of the log group" },
  domain: { resource: "aws_apigatewayv2_domain_name.domain[0]", id: "the domain name" },
  domain_mapping: {
    resource: "aws_apigatewayv2_api_mapping.domain[0]",
    id: "the id of the mapping and the domain, as in m1a2/api.example.com",
  },
};
