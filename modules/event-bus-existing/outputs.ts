import { string } from "../../lib/schema";

export const outputs = {
  eventbridge_bus_name: string({ description: "Name of the bus." }),
  eventbridge_bus_arn: string({ description: "ARN of the bus." }),
};
