import { list, object, string } from "../../../lib/schema";

export const vpc = object(
  {
    subnet_ids: list(string({ minLength: 1 }), {
      minItems: 1,
      maxItems: 16,
      description: "Subnets, best in several zones.",
    }),
    security_group_ids: list(string({ minLength: 1 }), {
      minItems: 1,
      maxItems: 5,
      description: "Security groups.",
    }),
  },
  { description: "Network that the function runs in; none of the caller's if absent." },
);
