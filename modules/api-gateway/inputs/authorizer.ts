import { boolean, exactlyOneOf, integer, list, object, optional, string } from "../../../lib/schema";
import { functionFields } from "./targets";

/** JWT authorizers: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html */
const jwt = object(
  {
    issuer: string({
      pattern: "^https://[!-~]+$",
      message: "a URL that begins with https://",
      description: "Issuer of the tokens, which publishes its keys there.",
    }),
    audience: list(string({ minLength: 1 }), {
      minItems: 1,
      maxItems: 50,
      description: "Audiences of which a token must be for one.",
    }),
  },
  { description: "Tokens of an identity provider, in the header Authorization." },
);

/** Lambda authorizers: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html */
const lambda = object(
  {
    ...functionFields,
    identity_sources: list(
      string({
        pattern: "^\\$(request\\.header|request\\.querystring|context|stageVariables)\\.[!-~]+$",
        message: "such as $request.header.Authorization",
      }),
      {
        default: ["$request.header.Authorization"],
        minItems: 1,
        description: "Parts of the request that decide; without one of them the answer is 401.",
      },
    ),
    result_ttl_in_seconds: integer({
      default: 0,
      minimum: 0,
      maximum: 3600,
      description: "Seconds that an answer holds, on all routes with the same identity sources; 0 asks every time.",
    }),
    enable_simple_responses: boolean({
      default: true,
      description: "Whether the function answers yes or no; with an IAM policy otherwise.",
    }),
  },
  { description: "A Lambda function that says who may call." },
);

export const authorizer = object(
  { jwt: optional(jwt), lambda: optional(lambda) },
  { rules: [exactlyOneOf("jwt", "lambda")] },
);
