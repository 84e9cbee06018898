import { boolean, integer, list, object, oneOf, string } from "../../../lib/schema";
import { noCredentialsForAnybody } from "./rules";

/** CORS: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html */
export const cors = object(
  {
    allow_origins: list(string({ minLength: 1 }), { minItems: 1, description: "Origins that may call." }),
    allow_methods: list(oneOf(["*", "DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"]), {
      default: ["*"],
      description: "Methods that they may use.",
    }),
    allow_headers: list(string({ minLength: 1 }), { default: [], description: "Headers that they may send." }),
    expose_headers: list(string({ minLength: 1 }), { default: [], description: "Headers that they may read." }),
    allow_credentials: boolean({ default: false, description: "Whether cookies are allowed." }),
    max_age: integer({ default: 0, minimum: 0, maximum: 86400, description: "Seconds that browsers remember this." }),
  },
  { rules: [noCredentialsForAnybody], description: "What browsers of other origins may do." },
);
