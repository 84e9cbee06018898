import { definedIn, map, object, optional, string } from "../../../lib/schema";
import { authorizer } from "./authorizer";
import { cors } from "./cors";
import { domain } from "./domain";
import { ownKeys, routeKeys } from "./patterns";
import { authorizations, route } from "./route";
import { definedInOr, distinctRoutes, scopesNeedTokens } from "./rules";
import { stage } from "./stage";
import { target } from "./targets";
import { vpcLink } from "./vpc-link";

/** Limits of HTTP APIs: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html */
export const inputs = object(
  {
    name: string({
      pattern: "^[A-Za-z0-9_-]+$",
      message: "letters, digits, _ -",
      minLength: 1,
      maxLength: 60,
      description: "Name of the API, unique in the account: its role is called after it.",
    }),
    description: optional(string({ minLength: 1, maxLength: 1024, description: "What the API is for." })),
    routes: map(route, {
      ...routeKeys,
      minProperties: 1,
      description: "What is answered, by method and path; $default is what no other route takes.",
    }),
    targets: map(target, {
      ...ownKeys,
      minProperties: 1,
      maxProperties: 300,
      description:
        "What answers, by a name of the caller's: each becomes one integration, however many routes lead to it.",
    }),
    authorizers: map(authorizer, {
      ...ownKeys,
      default: {},
      description: "What decides who may call a route, by a name of the caller's.",
    }),
    cors: optional(cors),
    stage,
    domain: optional(domain),
    vpc_links: map(vpcLink, {
      ...ownKeys,
      default: {},
      description: "Ways into VPCs, by a name of the caller's. Changing one replaces it.",
    }),
    tags: map(string(), { default: {}, description: "Tags of all that the module makes and that can have some." }),
  },
  {
    rules: [
      distinctRoutes,
      definedIn(["routes.*.target"], "targets"),
      definedInOr(authorizations, "routes.*.authorizer", "authorizers"),
      scopesNeedTokens,
      definedIn(["targets.*.private.vpc_link"], "vpc_links"),
    ],
  },
);
