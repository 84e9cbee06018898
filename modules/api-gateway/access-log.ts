import { json, type Ref } from "../../lib/expression";

/** Variables of access logs: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-logging-variables.html */
const fields = {
  requestId: "$context.requestId",
  requestTime: "$context.requestTime",
  domainName: "$context.domainName",
  httpMethod: "$context.httpMethod",
  path: "$context.path",
  routeKey: "$context.routeKey",
  protocol: "$context.protocol",
  sourceIp: "$context.identity.sourceIp",
  userAgent: "$context.identity.userAgent",
  status: "$context.status",
  responseLength: "$context.responseLength",
  responseLatency: "$context.responseLatency",
  integrationStatus: "$context.integrationStatus",
  integrationLatency: "$context.integrationLatency",
  integrationRequestId: "$context.integration.requestId",
  integrationError: "$context.integrationErrorMessage",
  authorizerError: "$context.authorizer.error",
  error: "$context.error.message",
};

/** A line of the access log: JSON. */
export const format: Ref<string> = json(fields);
