import { boolean, integer, list, object, oneOf, optional, string } from "../../../lib/schema";

export const functionUrl = object(
  {
    authorization_type: oneOf(["AWS_IAM", "NONE"], {
      default: "AWS_IAM",
      description:
        "Who may call the URL: signed requests, or anybody. For NONE, AWS asks since October 2025 for a second permission (lambda:InvokeFunction by URL only) that provider 5.100 cannot express; add it beside the module.",
    }),
    invoke_mode: oneOf(["BUFFERED", "RESPONSE_STREAM"], {
      default: "BUFFERED",
      description: "How responses are sent.",
    }),
    cors: optional(
      object(
        {
          allow_origins: list(string({ minLength: 1 }), { minItems: 1, description: "Origins that may call." }),
          allow_methods: list(string({ minLength: 1 }), { default: ["*"], description: "Methods that they may use." }),
          allow_headers: list(string({ minLength: 1 }), { default: [], description: "Headers that they may send." }),
          expose_headers: list(string({ minLength: 1 }), { default: [], description: "Headers that they may read." }),
          allow_credentials: boolean({ default: false, description: "Whether cookies are allowed." }),
          max_age: integer({
            default: 0,
            minimum: 0,
            maximum: 86400,
            description: "Seconds that browsers remember this.",
          }),
        },
        { description: "What browsers of other origins may do." },
      ),
    ),
  },
  { description: "An HTTPS endpoint of the function's own." },
);
