import { arnOf } from "../../../clouds/aws-inputs";
import { exactlyOneOf, integer, object, oneOf, optional, string } from "../../../lib/schema";
import { eventbridge, sqs, stepFunctions } from "./services";

/** Bounds of the timeout: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html */
const timeout = integer({
  default: 30000,
  minimum: 50,
  maximum: 30000,
  description: "Longest wait for an answer, in milliseconds.",
});
const method = oneOf(["ANY", "DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"], {
  default: "ANY",
  description: "Method of the request that is sent on; ANY keeps the caller's.",
});

/** A Lambda function, as API Gateway is told of it and as permissions name it. */
export const functionFields = {
  function_name: string({
    pattern: "^[A-Za-z0-9_:-]+$",
    message: "the name or ARN of a Lambda function",
    maxLength: 140,
    description: "Name of the function, which this API is allowed to call.",
  }),
  invoke_arn: string({
    ...arnOf("apigateway", "an invocation: the output lambda_function_invoke_arn"),
    description: "ARN by which API Gateway calls the function.",
  }),
};

const lambda = object(
  {
    ...functionFields,
    payload_format_version: oneOf(["1.0", "2.0"], { default: "2.0", description: "Format of the function's event." }),
    timeout_milliseconds: timeout,
  },
  { description: "A Lambda function." },
);

const http = object(
  {
    url: string({
      pattern: "^https?://[!-~]+$",
      message: "a URL",
      description: "URL that answers; {proxy} in it is what {proxy+} in the route's path took.",
    }),
    method,
    timeout_milliseconds: timeout,
  },
  { description: "A public URL." },
);

/** Private integrations: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-private.html */
const internal = object(
  {
    vpc_link: string({ description: "Key of the VPC link that leads there." }),
    listener_arn: string({
      pattern: "^arn:[a-z-]+:(elasticloadbalancing|servicediscovery):[!-~]+$",
      message: "the ARN of a listener or of a Cloud Map service",
      description: "ARN of a load balancer's listener, or of a Cloud Map service.",
    }),
    method,
    server_name_to_verify: optional(
      string({ minLength: 1, description: "Name that the certificate must have; plain HTTP if absent." }),
    ),
    timeout_milliseconds: timeout,
  },
  { description: "A load balancer or a service inside a VPC." },
);

export const target = object(
  {
    lambda: optional(lambda),
    http: optional(http),
    private: optional(internal),
    sqs: optional(sqs),
    eventbridge: optional(eventbridge),
    step_functions: optional(stepFunctions),
  },
  { rules: [exactlyOneOf("lambda", "http", "private", "sqs", "eventbridge", "step_functions")] },
);
