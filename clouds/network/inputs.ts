import {
  exactlyOneOf,
  forbiddenWhen,
  integer,
  is,
  map,
  object,
  oneOf,
  optional,
  ordered,
  requiredWhen,
  string,
} from "../../lib/schema";

/** IDs: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/resource-ids.html */
export const idOf = (kind: string, what = kind) =>
  ({
    pattern: `^${kind}-[0-9a-f]{8,17}$`,
    message: `the ID of a ${what}, such as ${kind}-0123456789abcdef0`,
  }) as const;

/** Rules: https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html */
const ports = { minimum: 0, maximum: 65_535 } as const;
const lastPort = optional(integer({ maximum: 65_535, description: "Last port, where there are several." }));

const listening = {
  protocol: oneOf(["tcp", "udp"], { default: "tcp", description: "Protocol that is spoken there." }),
  port: integer({ ...ports, description: "Port, or the first of several." }),
  to_port: lastPort,
} as const;

/** What something listens on. */
export const listener = object(listening, { rules: [ordered("port", "to_port")] });

/** What a consumer uses by network: the security group that lets it in, and what listens there. */
export const networkRules = map(
  object(
    {
      security_group_id: string({ ...idOf("sg", "security group"), description: "Security group of what is used." }),
      ...listening,
    },
    { rules: [ordered("port", "to_port")] },
  ),
  { default: {}, description: "What is used by network, and lets in this group and nobody else." },
);

const rule = object(
  {
    protocol: oneOf(["tcp", "udp", "all"], { default: "tcp", description: "Protocol; `all` is any, on all ports." }),
    port: optional(integer({ ...ports, description: "Port, or the first of several." })),
    to_port: lastPort,
    cidr_ipv4: optional(
      string({ pattern: "^[0-9.]+/[0-9]{1,2}$", message: "an IPv4 range such as 10.0.0.0/16", description: "Range." }),
    ),
    cidr_ipv6: optional(
      string({ pattern: "^[0-9a-fA-F:.]+/[0-9]{1,3}$", message: "an IPv6 range such as ::/0", description: "Range." }),
    ),
    prefix_list_id: optional(string({ ...idOf("pl", "prefix list"), description: "Ranges that AWS or others list." })),
    security_group_id: optional(string({ ...idOf("sg", "security group"), description: "Members of this group." })),
    description: optional(
      string({
        pattern: "^[A-Za-z0-9 ._:/()#,@\\[\\]+=&;{}!$*-]+$",
        message: "letters, digits, spaces and ._-:/()#,@[]+=&;{}!$*",
        maxLength: 255,
        description: "What it is for.",
      }),
    ),
  },
  {
    rules: [
      exactlyOneOf("cidr_ipv4", "cidr_ipv6", "prefix_list_id", "security_group_id"),
      requiredWhen("port", is("protocol", "tcp")),
      requiredWhen("port", is("protocol", "udp")),
      forbiddenWhen("port", is("protocol", "all")),
      forbiddenWhen("to_port", is("protocol", "all")),
      ordered("port", "to_port"),
    ],
  },
);

/** Rules of a security group for what no component is. */
export const rules = (description: string) => map(rule, { default: {}, description });
