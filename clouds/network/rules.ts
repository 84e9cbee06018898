import { VpcSecurityGroupEgressRule } from "@cdktf/provider-aws/lib/vpc-security-group-egress-rule";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import type { Construct } from "constructs";
import { type Expression, expr, type Ref } from "../../lib/expression";
import { eachResource } from "../../lib/resource";
import type { Output } from "../../lib/schema";
import type { networkRules, rules } from "./inputs";

/** Lets a group reach what it uses, from both sides: out of this group, and into that of what is used. */
export function reach(scope: Construct, group: Expression<string>, used: Ref<Output<typeof networkRules>>): void {
  eachResource(scope, "used", VpcSecurityGroupIngressRule, used, (rule) => ({
    securityGroupId: rule.security_group_id,
    referencedSecurityGroupId: group,
    ...listening(rule),
  }));
  eachResource(scope, "used", VpcSecurityGroupEgressRule, used, (rule) => ({
    securityGroupId: group,
    referencedSecurityGroupId: rule.security_group_id,
    ...listening(rule),
  }));
}

type Rules = Ref<Output<ReturnType<typeof rules>>>;

/** What else comes into a group. */
export function letIn(scope: Construct, group: Expression<string>, rules: Rules): void {
  eachResource(scope, "own", VpcSecurityGroupIngressRule, rules, (rule) => ({
    securityGroupId: group,
    ...bounds(rule),
  }));
}

/** What else goes out of a group. */
export function letOut(scope: Construct, group: Expression<string>, rules: Rules): void {
  eachResource(scope, "own", VpcSecurityGroupEgressRule, rules, (rule) => ({
    securityGroupId: group,
    ...bounds(rule),
  }));
}

interface Listening {
  readonly protocol: string;
  readonly port?: number;
  readonly to_port?: number;
}

const listening = ({ protocol, port, to_port }: Ref<Listening>) => ({
  ipProtocol: expr`${protocol} == "all" ? "-1" : ${protocol}`,
  fromPort: port as Ref<number>,
  toPort: expr<number>`${to_port} == null ? ${port} : ${to_port}`,
});

const bounds = (rule: Ref<Output<ReturnType<typeof rules>>[string]>) => ({
  ...listening(rule),
  cidrIpv4: rule.cidr_ipv4,
  cidrIpv6: rule.cidr_ipv6,
  prefixListId: rule.prefix_list_id,
  referencedSecurityGroupId: rule.security_group_id,
  description: rule.description,
});
