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
  const done = new Set<string>();
  for (const start of components.keys()) follow(start, [], components, done, report);
}

interface Step {
  readonly from: string;
  readonly location: Location;
}

function follow(
  address: string,
  trail: readonly Step[],
  components: ReadonlyMap<string, Component>,
  done: Set<string>,
  report: Report,
): void {
  const at = trail.findIndex((step) => step.from === address);
  if (at !== -1) name(trail.slice(at), report);
  if (at !== -1 || done.has(address)) return;
  const component = components.get(address);
  for (const { to, location } of component ? linksOf(component) : [])
    follow(to, [...trail, { from: address, location }], components, done, report);
  done.add(address);
}

function name(cycle: readonly Step[], report: Report): void {
  const [first] = cycle;
  if (!first) return;
  const path = [...cycle.map(({ from }) => from), first.from].join(" → ");
  const help = "remove one of the references or uses between them";
  report.add(first.location, `components depend on one another in a circle: ${path}`, help);
}
