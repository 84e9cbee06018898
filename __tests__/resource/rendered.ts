import type { Construct } from "constructs";
import { PlainStack } from "../../lib/cdk";

/** Terraform JSON, as deep as a test looks. */
// biome-ignore lint/suspicious/noExplicitAny: tests look into it by path
export type Json = Record<string, any>;

/** The resources that a body makes, by type and name, without what cdktf notes of them. */
export function rendered(body: (scope: Construct) => unknown): Json {
  const stack = new PlainStack("module");
  body(stack);
  return withoutNotes(stack.toTerraform().resource ?? {}) as Json;
}

/** The arguments of the one resource that a body makes. */
export function single(body: (scope: Construct) => unknown): Json {
  const [resources] = Object.values(rendered(body)) as Json[];
  const [found] = Object.values(resources ?? {}) as Json[];
  return found ?? {};
}

export function withoutNotes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNotes);
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => key !== "//");
  return Object.fromEntries(kept.map(([key, item]) => [key, withoutNotes(item)]));
}
