import { list, object, string } from "../../../lib/schema";

export const vpcLink = object({
  subnet_ids: list(string({ minLength: 1 }), { minItems: 1, description: "Subnets, best in several zones." }),
  security_group_ids: list(string({ minLength: 1 }), { minItems: 1, description: "Security groups." }),
});
