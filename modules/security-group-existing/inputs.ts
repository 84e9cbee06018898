import { ssmParameter, tags } from "../../clouds/existing/inputs";
import { idOf, listener } from "../../clouds/network/inputs";
import { exactlyOneOf, map, object, optional, string } from "../../lib/schema";

export const inputs = object(
  {
    id: optional(string({ ...idOf("sg", "security group"), description: "ID of the group." })),
    tags: tags("security group"),
    ssm_parameter: ssmParameter("the ID of the group"),
    ports: map(listener, {
      default: {},
      description: "What its members listen on, by a name of the caller's: who uses the group is let in there.",
    }),
  },
  { rules: [exactlyOneOf("id", "tags", "ssm_parameter")] },
);
