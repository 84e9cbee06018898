import { listener } from "../../clouds/network/inputs";
import { map, string } from "../../lib/schema";

export const outputs = {
  security_group_id: string({ description: "ID of the group." }),
  security_group_arn: string({ description: "ARN of the group." }),
  security_group_name: string({ description: "Name of the group." }),
  security_group_vpc_id: string({ description: "VPC that the group is in." }),
  security_group_ports: map(listener, { description: "What its members listen on, by name." }),
};
