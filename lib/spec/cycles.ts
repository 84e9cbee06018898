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
  const nodes = [...components.keys()].map((address) => keyOf(address, false));
  for (const { path, location } of circlesIn(nodes, (node) => linksFrom(node, components))) {
    const help = "remove one of the references or uses between them";
    const addresses = path.map((node) => addressOf(node)).join(" → ");
    report.add(location, `components depend on one another in a circle: ${addresses}`, help);
  }
}

/** A component as a whole, and what it tells before all of it is there, are two nodes. */
const keyOf = (address: string, isStatic: boolean) => (isStatic ? `${address} (static)` : address);
const addressOf = (node: string) => node.replace(/ \(static\)$/, "");

function linksFrom(node: string, components: ReadonlyMap<string, Component>): readonly Link[] {
  const component = components.get(addressOf(node));
  if (!component) return [];
  const links = node === addressOf(node) ? linksOf(component) : staticLinksOf(component);
  return links.map((link) => ({ ...link, to: keyOf(link.to, link.isStatic) }));
}

/** A way from something back to itself. */
interface Circle {
  /** What it goes through, ending where it starts. */
  readonly path: readonly string[];
  /** Of its first link. */
  readonly location: Location;
}

/** The circles of a graph, each once. */
export function circlesIn(
  nodes: Iterable<string>,
  links: (node: string) => readonly Pick<Link, "to" | "location">[],
): readonly Circle[] {
  const circles: Circle[] = [];
  const done = new Set<string>();
  for (const node of nodes) follow(node, []);
  return circles;

  function follow(node: string, trail: readonly Step[]): void {
    const cycle = trail.slice(trail.findIndex(({ from }) => from === node));
    const isCircle = trail.some(({ from }) => from === node);
    if (isCircle) circles.push(circleOf(cycle));
    if (isCircle || done.has(node)) return;
    for (const { to, location } of links(node)) follow(to, [...trail, { from: node, location }]);
    done.add(node);
  }
}

interface Step {
  readonly from: string;
  readonly location: Location;
}

const circleOf = (cycle: readonly Step[]): Circle => {
  const [first] = cycle as [Step];
  return { path: [...cycle.map(({ from }) => from), first.from], location: first.location };
};
