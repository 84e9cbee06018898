import { idOf } from "../../../clouds/network/inputs";
import { absent, list, object, optional, requiredWhen, string } from "../../../lib/schema";

export const vpc = object(
  {
    subnet_ids: list(string({ minLength: 1 }), {
      minItems: 1,
      maxItems: 16,
      description: "Subnets, best in several zones.",
    }),
    security_group: optional(
      object(
        {
          vpc_id: string({ ...idOf("vpc", "VPC"), description: "VPC that the subnets are in." }),
        },
        { description: "A group of the function's own, which what it uses lets in." },
      ),
    ),
    security_group_ids: optional(
      list(string({ minLength: 1 }), { minItems: 1, maxItems: 4, description: "Other security groups." }),
    ),
  },
  {
    rules: [requiredWhen("security_group_ids", absent("security_group"))],
    description: "Network that the function runs in; none of the caller's if absent.",
  },
);
