import type { Module, Network } from "../module";
import type { Component, Use } from "./project";
import type { Report } from "./reading";

/** The networks that an edge takes. */
export const networksOf = ({ access }: Pick<Use, "access">, { connections }: Module): readonly Network[] =>
  access.flatMap((word) => connections.access[word]?.network ?? []);

type End = Pick<Component, "address" | "module" | "existing" | "said">;

/** Whether a component can take what an edge gives; reported where not. */
export function canTake(from: End, used: End, use: Use, report: Report): boolean {
  const problem = unfitFor(from, used, use) ?? unreachableFor(from, used, use);
  if (problem) report.add(use.location, ...problem);
  return problem === undefined;
}

type Problem = readonly [message: string, help: string];

/** What takes no permissions or variables uses others by network alone. */
function unfitFor({ module: { name, receives } }: End, used: End, use: Use): Problem | undefined {
  const { access } = used.module.connections;
  const allowed = use.actions ?? use.access.flatMap((word) => access[word]?.actions ?? []);
  const help = "it uses what lets in by a security group, by an access word alone";
  if (!receives?.statements && allowed.length > 0)
    return [`${name} takes no permissions, which the use of ${used.address} gives`, help];
  if (!receives?.variables && use.env)
    return [`${name} takes no environment variables, which the use of ${used.address} gives`, help];
  if (use.conditions && allowed.length === 0)
    return [`the use of ${used.address} gives no permissions that conditions could bound`, "remove `conditions`"];
  return undefined;
}

/** Who has no security group of its own cannot be let in alone. */
function unreachableFor({ address, module, existing, said }: End, used: End, use: Use): Problem | undefined {
  if (networksOf(use, used.module).length === 0) return undefined;
  const { network } = module.receives ?? {};
  const lets = `${used.address} lets in by its security group`;
  if (!network) return [`${lets}, and ${module.name} can have none`, "use it from what runs in a network of yours"];
  const { group } = network;
  const made = Object.keys(said).filter((name) => !existing?.environments.includes(name));
  const without = group ? made.filter((name) => at(said[name], group) === undefined) : [];
  if (!group || without.length === 0) return undefined;
  const where = without.length < made.length ? ` in ${without.join(", ")}` : "";
  const help = `set \`${group.join(".")}\` of ${address}: that group is then let in, and nobody else`;
  return [`${lets}, and ${address} has none of its own${where}`, help];
}

const at = (value: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((inner, step) => (inner as Readonly<Record<string, unknown>> | undefined)?.[step], value);
