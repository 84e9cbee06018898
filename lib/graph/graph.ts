import { suggest, UserError } from "../diagnostic";
import type { Module } from "../module";
import { type Component, moduleText, type Project, placeOf } from "../spec";
import { edgesOf } from "./edges";
import type { Cluster, Graph, Kind, Node } from "./model";

/**
 * What there is to draw of a project: services, their components, and how data goes between them.
 * @param environment the one environment to draw; all at once if absent
 * @throws UserError if there is no such environment
 */
export function graphOf(project: Project, environment?: string): Graph {
  const environments = project.environments.map(({ name }) => name);
  if (environment !== undefined && !environments.includes(environment)) throw unknown(environment, environments);
  const isShown = (component: Component | undefined) =>
    component !== undefined && (environment === undefined || component.environments.includes(environment));
  const shown = [...project.components.values()].filter(isShown);
  const isDrawn = (address: string) => isShown(project.components.get(address));
  return {
    title: [project.name, ...(environment === undefined ? [] : [environment])].join(" · "),
    clusters: clustersOf(shown, environment === undefined ? environments.length : 0),
    edges: shown
      .flatMap((component) => edgesOf(component, project.components))
      .filter(({ from, to }) => isDrawn(from) && isDrawn(to)),
  };
}

function unknown(environment: string, known: readonly string[]): UserError {
  const near = suggest(environment, known);
  const help = near ? `did you mean ${near}?` : `environments are ${known.join(", ")}`;
  return new UserError([{ message: `there is no environment "${environment}"`, help }]);
}

/** @param all how many environments a component must have to be in all of them */
function clustersOf(components: readonly Component[], all: number): readonly Cluster[] {
  const services = new Set(components.map(({ service }) => service));
  return [...services].map((service) => ({
    service,
    nodes: components.filter((component) => component.service === service).map((component) => nodeOf(component, all)),
  }));
}

const nodeOf = (component: Component, all: number): Node => ({
  address: component.address,
  label: component.label,
  name: component.name,
  module: moduleText(component),
  kind: kindOf(component.module),
  only: component.environments.length < all ? component.environments : [],
  ...(component.provider && { place: placeOf(component.provider) }),
});

/** What can be given access to others runs code; what data can be had from holds data. */
function kindOf({ receives, connections }: Module): Kind {
  if (receives?.statements) return "code";
  const gives = Object.values(connections.access).some(({ flow = "out" }) => flow !== "out");
  return gives ? "data" : "other";
}
