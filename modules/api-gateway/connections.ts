import { text } from "../../lib/expression";
import type { Connections } from "../../lib/module";
import type { outputs } from "./outputs";

/** IAM actions of calls: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonapigateway.html */
export const connections: Connections<keyof typeof outputs> = {
  access: {
    invoke: {
      summary: "call every route that asks for signed requests",
      actions: ["execute-api:Invoke"],
      resources: ({ api_execution_arn }) => [text`${api_execution_arn}/*`],
    },
  },
  variables: { URL: "api_url", ID: "api_id" },
};
