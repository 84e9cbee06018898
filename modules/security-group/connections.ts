import type { Connections, Module } from "../../lib/module";
import type { outputs } from "./outputs";

/** Who uses a group is let in; nothing of it is told to code, and IAM has nothing to do with it. */
export const connections: Connections<keyof typeof outputs> = {
  access: {
    connect: {
      summary: "connect to what its members listen on",
      actions: [],
      resources: () => [],
      network: {
        group: "security_group_id",
        listeners: ({ security_group_ports }) => security_group_ports,
      },
    },
  },
  variables: {},
};

/** A group uses others for its members, by network alone. */
export const receives: Module["receives"] = { network: { rules: "network_rules" } };

/** A group knows nothing of its rules. */
export const staticOutputs = {
  inputs: ["name", "description", "vpc_id", "ports", "tags"],
  outputs: {
    security_group_id: "security_group_id",
    security_group_arn: "security_group_arn",
    security_group_name: "security_group_name",
    security_group_vpc_id: "security_group_vpc_id",
    security_group_ports: "security_group_ports",
  },
} as const;
