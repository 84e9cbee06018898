import type { Module } from "../module";
import { list, object, string } from "../schema";
import { type LocatedEntry, type LocatedMap, locate } from "../source";
import { Mention } from "./mention";
import { type Report, readChecked } from "./reading";

/** Names: https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html */
const policy = string({
  pattern: "^(arn:[a-z-]+:iam::(aws|[0-9]{12}):policy/[!-~]+|[A-Za-z0-9+=,.@_-]+(/[A-Za-z0-9+=,.@_-]+)*)$",
  message: "the name of a policy of AWS such as AmazonSSMReadOnlyAccess, or the ARN of any policy",
});

/** `managed_policies`: policies that are there already, by name or ARN. */
export const managedPoliciesSchema = list(policy, {
  description: "Policies that are there already: names of AWS's own, or ARNs.",
});

const wrapped = object({ managed_policies: managedPoliciesSchema });

/** Reads the `managed_policies` of a component, each with a key of its own that Terraform knows it by. */
export function readManagedPolicies(
  { name, receives }: Module,
  entry: LocatedEntry | undefined,
  report: Report,
): ReadonlyMap<string, string | Mention> {
  if (!entry) return new Map();
  if (!receives?.policies) {
    report.add(entry.key, `${name} takes no managed policies`, "`managed_policies` belongs to what runs code");
    return new Map();
  }
  const tree: LocatedMap = { kind: "map", entries: new Map([["managed_policies", entry]]), location: entry.key };
  const { value, diagnostics } = readChecked(wrapped, tree, entry.key);
  report.diagnostics.push(...diagnostics);
  const { managed_policies } = value as { managed_policies: readonly (string | Mention)[] | Mention };
  if (managed_policies instanceof Mention)
    report.add(entry.value.location, "`managed_policies` must be a list", `write [${managed_policies.text}]`);
  else if (diagnostics.length === 0) return keyed(managed_policies, tree, report);
  return new Map();
}

function keyed(policies: readonly (string | Mention)[], tree: LocatedMap, report: Report) {
  const found = new Map<string, string | Mention>();
  for (const [i, one] of policies.entries()) {
    const text = one instanceof Mention ? one.text : one;
    const key = text.replaceAll(/\$\{([^}]*)\}/g, "$1");
    if (found.has(key))
      report.add(locate(tree, ["managed_policies", String(i)]), `${text} is attached twice`, "keep one of the two");
    found.set(key, one);
  }
  return found;
}
