import type { Connections } from "../../lib/module";
import type { outputs } from "./outputs";

/** IAM actions of EventBridge: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoneventbridge.html */
export const connections: Connections<keyof typeof outputs> = {
  access: {
    publish: {
      summary: "put events on the bus",
      actions: ["events:PutEvents"],
      resources: ({ eventbridge_bus_arn }) => [eventbridge_bus_arn],
    },
  },
  variables: { NAME: "eventbridge_bus_name", ARN: "eventbridge_bus_arn" },
};
