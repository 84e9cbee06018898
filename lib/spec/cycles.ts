import type { Location } from "../diagnostic";
import { mentionsOf } from "./mentions";
import type { Component } from "./project";
import type { Report } from "./reading";
import { resolutionOf } from "./resolution";

interface Link {
  readonly to: string;
  readonly location: Location;
}

/** What a component depends on: what it refers to, and what it uses. */
export function linksOf(component: Component): readonly Link[] {
  const links = new Map<string, Link>();
  for (const { target, location } of component.uses) links.set(target, { to: target, location });
  for (const { mention } of mentionsOf(component)) {
    for (const path of mention.paths) {
      const to = resolutionOf(path);
      if (to?.kind === "output" && !links.has(to.address))
        links.set(to.address, { to: to.address, location: path.location ?? mention.location });
    }
  }
  links.delete(component.address);
  return [...links.values()];
}

/** Reports every cycle once, named in full, at its first link. */
export function checkCycles(components: ReadonlyMap<string, Component>, report: Report): void {
  const links = (address: string) => [components.get(address)].flatMap((one) => (one ? linksOf(one) : []));
  for (const { path, location } of circlesIn(components.keys(), links)) {
    const help = "remove one of the references or uses between them";
    report.add(location, `components depend on one another in a circle: ${path.join(" → ")}`, help);
  }
}

/** A way from something back to itself. */
interface Circle {
  /** What it goes through, ending where it starts. */
  readonly path: readonly string[];
  /** Of its first link. */
  readonly location: Location;
}

/** The circles of a graph, each once. */
export function circlesIn(nodes: Iterable<string>, links: (node: string) => readonly Link[]): readonly Circle[] {
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
