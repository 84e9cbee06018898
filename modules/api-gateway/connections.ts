import { text } from "../../lib/expression";
import type { Connections } from "../../lib/module";
import type { outputs } from "./outputs";

/** The API itself knows nothing of what its routes lead to. */
export const staticOutputs = {
  inputs: ["name", "description", "cors", "domain", "tags"],
  outputs: {
    api_id: "api_id",
    api_arn: "api_arn",
    api_url: "api_url",
    api_endpoint: "api_endpoint",
    api_execution_arn: "api_execution_arn",
  },
} as const;

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
