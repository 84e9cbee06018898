import { type Component, type Location, layerOf, locate, moduleIn, specSchema, withDefaults } from "../../index";
import { type Leaf, leavesOf, pathText } from "./leaves";

/** A value, the layer that it comes from, and the environments in which that is so. */
export interface Origin {
  readonly environments: readonly string[];
  readonly value: unknown;
  /** `module default`, or the name of a layer: `profile dev`, `defaults`, `component`, `environment prod`. */
  readonly layer: string;
  /** Where it is written, if the spec says it. */
  readonly location?: Location;
}

/** Everything that one input, or one part of it, is. */
export interface Explained {
  readonly path: string;
  readonly origins: readonly Origin[];
}

/** Every value of a component with its origins; environments that agree on a value and its origin are taken together. */
export function explainValues(component: Component): readonly Explained[] {
  const found = new Map<string, Origin[]>();
  for (const environment of component.environments) {
    for (const leaf of leavesIn(component, environment)) {
      const path = pathText(leaf.path);
      found.set(path, withOrigin(found.get(path) ?? [], originOf(component, environment, leaf)));
    }
  }
  return [...found].map(([path, origins]) => ({ path, origins }));
}

function leavesIn(component: Component, environment: string): Leaf[] {
  const schema = specSchema(moduleIn(component, environment));
  const complete = withDefaults(schema, component.said[environment]) as Parameters<typeof leavesOf>[0];
  return leavesOf(complete, schema).filter(({ path }) => path.length > 0);
}

function originOf(component: Component, environment: string, { path, value }: Leaf): Origin {
  const layer = layerOf(component.layers(environment), path);
  return {
    environments: [environment],
    value,
    layer: layer?.name ?? "module default",
    ...(layer ? { location: locate(layer.tree, path) } : {}),
  };
}

function withOrigin(origins: readonly Origin[], added: Origin): Origin[] {
  const same = origins.findIndex((one) => identity(one) === identity(added));
  if (same === -1) return [...origins, added];
  return origins.map((one, i) =>
    i === same ? { ...one, environments: [...one.environments, ...added.environments] } : one,
  );
}

const identity = ({ value, layer, location }: Origin) => JSON.stringify([value, layer, location]);
