import { list, object, string } from "../../../lib/schema";
import { routeThrottle } from "./throttle";

/** Words for what needs no authorizer of the caller's. */
export const authorizations = ["NONE", "AWS_IAM"] as const;

/** Scopes of a route: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html */
export const route = object({
  target: string({ description: "Key of the target that answers." }),
  authorizer: string({
    default: "AWS_IAM",
    description: "Who may call: AWS_IAM for signed requests, NONE for anybody, or the key of an authorizer.",
  }),
  scopes: list(string({ minLength: 1 }), {
    default: [],
    maxItems: 10,
    description: "Scopes of which a token must have one; for JWT authorizers.",
  }),
  throttle: routeThrottle,
});
