import { idOf, listener, networkRules, rules } from "../../clouds/network/inputs";
import { map, object, string } from "../../lib/schema";

/** Names and descriptions: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSecurityGroup.html */
const text = {
  pattern: "^[A-Za-z0-9 ._:/()#,@\\[\\]+=&;{}!$*-]+$",
  message: "letters, digits, spaces and ._-:/()#,@[]+=&;{}!$*",
} as const;

export const inputs = object({
  name: string({
    ...text,
    minLength: 1,
    maxLength: 200,
    description: "Name of the group; AWS knows it by this and a suffix, as a group that takes its place is made first.",
  }),
  description: string({
    ...text,
    minLength: 1,
    maxLength: 255,
    default: "Managed by Terraform",
    description: "What it is for. Another description makes another group.",
  }),
  vpc_id: string({ ...idOf("vpc", "VPC"), description: "VPC that it is in." }),
  ports: map(listener, {
    default: {},
    description: "What its members listen on, by a name of the caller's: who uses the group is let in there.",
  }),
  network_rules: networkRules,
  ingress_rules: rules("What else comes in, by a name of the caller's."),
  egress_rules: rules("What else goes out, by a name of the caller's; nothing if absent."),
  tags: map(string({ maxLength: 256 }), { default: {}, description: "Tags of the group." }),
});
