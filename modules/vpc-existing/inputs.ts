import { ssmParameter, tags } from "../../clouds/existing/inputs";
import { idOf } from "../../clouds/network/inputs";
import { exactlyOneOf, list, map, object, optional, string } from "../../lib/schema";

const subnets = (kind: string) =>
  optional(
    object(
      {
        ids: optional(list(string(idOf("subnet")), { minItems: 1, description: "Their IDs." })),
        tags: optional(
          map(string({ maxLength: 256 }), {
            minProperties: 1,
            description: "Tags that they all have, and no other subnets of the VPC.",
          }),
        ),
      },
      { rules: [exactlyOneOf("ids", "tags")], description: `The ${kind} subnets; none are known of if absent.` },
    ),
  );

export const inputs = object(
  {
    id: optional(string({ ...idOf("vpc"), description: "ID of the VPC." })),
    tags: tags("VPC"),
    ssm_parameter: ssmParameter("the ID of the VPC"),
    private_subnets: subnets("private"),
    public_subnets: subnets("public"),
  },
  { rules: [exactlyOneOf("id", "tags", "ssm_parameter")] },
);
