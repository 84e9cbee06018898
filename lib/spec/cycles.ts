import type { Location } from "../diagnostic";
import { mentionsOf } from "./mentions";
import type { Component } from "./project";
import type { Report } from "./reading";
import { resolutionOf } from "./resolution";

interface Link {
  readonly to: string;
  /** Whether it takes what the other tells before all of it is there. */
  readonly isStatic: boolean;
  readonly location: Location;
}

/** What a component depends on: what it refers to, and what it uses. */
export function linksOf(component: Component): readonly Link[] {
  const links = new Map<string, Link>();
  const add = (link: Link) => {
    const key = `${link.to} ${link.isStatic}`;
    if (link.to !== component.address && !links.has(key)) links.set(key, link);
  };
  for (const { target, location, isStatic = false } of component.uses) add({ to: target, isStatic, location });
  for (const { mention } of mentionsOf(component)) {
    for (const path of mention.paths) {
      const to = resolutionOf(path);
      const { isStatic = false, location = mention.location } = path;
      if (to?.kind === "output") add({ to: to.address, isStatic, location });
    }
  }
  return [...links.values()];
}

/** What a component depends on for what it tells before all of it is there. */
function staticLinksOf(component: Component): readonly Link[] {
  const { static: told, naming } = component.module;
  const among = (input: string) => told?.inputs.includes(input);
  const values = Object.entries(component.values).map(([environment, given]) => [
    environment,
    Object.fromEntries(Object.entries(given).filter(([input]) => among(input))),
  ]);
  const awsName = naming && among(naming.input) ? component.awsName : "";
  const rest = { uses: [], permissions: [], managedPolicies: new Map() };
  return linksOf({ ...component, ...rest, awsName, values: Object.fromEntries(values) });
}

/** Reports every cycle once, named in full, at its first link. */
export function checkCycles(components: ReadonlyMap<string, Component>, report: Report): void {
  const done = new Set<string>();
  for (const to of components.keys()) follow({ to, isStatic: false }, [], components, done, report);
}

type Node = Pick<Link, "to" | "isStatic">;

interface Step {
  readonly from: Node;
  readonly link: Link;
}

function follow(
  node: Node,
  trail: readonly Step[],
  components: ReadonlyMap<string, Component>,
  done: Set<string>,
  report: Report,
): void {
  const at = trail.findIndex(({ from }) => from.to === node.to && from.isStatic === node.isStatic);
  if (at !== -1) name(trail.slice(at), report);
  const key = `${node.to} ${node.isStatic}`;
  if (at !== -1 || done.has(key)) return;
  for (const link of linksFrom(node, components))
    follow(link, [...trail, { from: node, link }], components, done, report);
  done.add(key);
}

function linksFrom({ to, isStatic }: Node, components: ReadonlyMap<string, Component>): readonly Link[] {
  const component = components.get(to);
  if (!component) return [];
  return isStatic ? staticLinksOf(component) : linksOf(component);
}

function name(cycle: readonly Step[], report: Report): void {
  const [first] = cycle;
  if (!first) return;
  const path = [...cycle, first].map(({ from }) => from.to).join(" → ");
  const help = "remove one of the references or uses between them";
  report.add(first.link.location, `components depend on one another in a circle: ${path}`, help);
}
