import { integer, object, optional } from "../../../lib/schema";

/** How throttling counts: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-throttling.html */
const rate = { minimum: 1, description: "Requests per second, on average." } as const;
const burst = { minimum: 1, description: "Requests at once above that." } as const;

/** Limits of all routes together. What is not set would be 0 in AWS, and refuse every request. */
export const stageThrottle = object(
  { rate: integer({ ...rate, default: 1000 }), burst: integer({ ...burst, default: 500 }) },
  { default: {}, description: "Requests that each route takes, unless it says otherwise; more are answered with 429." },
);

/** Limits of one route. */
export const routeThrottle = optional(
  object(
    { rate: integer(rate), burst: integer(burst) },
    { description: "Requests that this route takes; as the stage says if absent." },
  ),
);
