import type { Input } from "../../lib/schema";
import type { inputs } from "./inputs";

type Call = Input<typeof inputs>;

export const minimal: Call = { name: "database", vpc_id: "vpc-0123456789abcdef0" };

export const complete = {
  name: "cache",
  description: "The cache of the shop.",
  vpc_id: "vpc-0123456789abcdef0",
  ports: { cluster: { port: 16379, to_port: 16384 }, redis: { port: 6379 } },
  network_rules: { database: { security_group_id: "sg-0123456789abcdef0", port: 5432, to_port: 5433 } },
  ingress_rules: {
    office: { port: 8000, to_port: 8080, cidr_ipv4: "10.1.0.0/16", description: "People in the office." },
    probes: { protocol: "udp", port: 8125, to_port: 8126, security_group_id: "sg-0123456789abcdef1" },
  },
  egress_rules: {
    endpoints: { port: 443, to_port: 444, prefix_list_id: "pl-0123456789abcdef0", description: "APIs of AWS." },
    everywhere: { protocol: "all", cidr_ipv6: "::/0" },
  },
  tags: { Service: "shop" },
} as const satisfies Call;

const vpc_id = "vpc-0123456789abcdef0";

/** What lets in ranges of IPv6, and goes out to one of IPv4. */
export const ranges = {
  name: "ranges",
  vpc_id,
  ports: { https: { port: 443 } },
  network_rules: { cache: { security_group_id: "sg-0123456789abcdef0", port: 6379 } },
  ingress_rules: { world: { port: 443, cidr_ipv6: "::/0" } },
  egress_rules: { world: { port: 443, cidr_ipv4: "0.0.0.0/0" } },
} as const satisfies Call;

/** What lets in lists of ranges, and goes out to one of IPv6. */
export const lists = {
  name: "lists",
  vpc_id,
  ingress_rules: { cdn: { port: 443, prefix_list_id: "pl-0123456789abcdef0" } },
  egress_rules: { world: { port: 443, cidr_ipv6: "::/0" } },
} as const satisfies Call;

/** What lets in and reaches members of other groups. */
export const members = {
  name: "members",
  vpc_id,
  ingress_rules: { proxies: { port: 443, security_group_id: "sg-0123456789abcdef0" } },
  egress_rules: { proxies: { port: 443, security_group_id: "sg-0123456789abcdef0" } },
} as const satisfies Call;

const { office, probes } = complete.ingress_rules;

export const rejected: Readonly<Record<string, Call>> = {
  "ports that begin after their end": { ...complete, ports: { cluster: { port: 2, to_port: 1 } } },
  "used ports that begin after their end": {
    ...complete,
    network_rules: { database: { ...complete.network_rules.database, to_port: 1 } },
  },
  "a rule for nobody": { ...complete, ingress_rules: { office: { port: 443 } } },
  "a rule for several": { ...complete, ingress_rules: { office: { ...office, cidr_ipv6: "::/0" } } },
  "tcp without a port": { ...complete, ingress_rules: { office: { cidr_ipv4: "10.0.0.0/8" } } },
  "udp without a port": { ...complete, ingress_rules: { probes: { protocol: "udp", cidr_ipv4: "10.0.0.0/8" } } },
  "all protocols on one port": {
    ...complete,
    ingress_rules: { probes: { protocol: "all", port: 443, cidr_ipv4: "10.0.0.0/8" } },
  },
  "all protocols up to a port": {
    ...complete,
    ingress_rules: { probes: { protocol: "all", to_port: 1, cidr_ipv4: "10.0.0.0/8" } },
  },
  "rules that begin after their end": { ...complete, ingress_rules: { probes: { ...probes, to_port: 1 } } },
  "outgoing for nobody": { ...complete, egress_rules: { endpoints: { port: 443 } } },
  "outgoing tcp without a port": { ...complete, egress_rules: { endpoints: { cidr_ipv4: "10.0.0.0/8" } } },
  "outgoing udp without a port": {
    ...complete,
    egress_rules: { endpoints: { protocol: "udp", cidr_ipv4: "10.0.0.0/8" } },
  },
  "all outgoing protocols on one port": {
    ...complete,
    egress_rules: { endpoints: { protocol: "all", port: 443, cidr_ipv4: "10.0.0.0/8" } },
  },
  "all outgoing protocols up to a port": {
    ...complete,
    egress_rules: { endpoints: { protocol: "all", to_port: 1, cidr_ipv4: "10.0.0.0/8" } },
  },
  "outgoing rules that begin after their end": { ...complete, egress_rules: { endpoints: { ...probes, to_port: 1 } } },
};
