import { isRecord } from "../schema";
import { connected } from "./connected";
import { linksOf } from "./cycles";
import { Mention, type Path } from "./mention";
import type { Component, Use } from "./project";
import { resolutionOf } from "./resolution";
import { variablesOf } from "./wiring";

type Components = ReadonlyMap<string, Component>;

/**
 * Components of which those that depend on one another refer to what their modules tell before all of a component is
 * there, wherever they can: on all ways between them, whichever of them would close the circle.
 */
export function withStatics(components: Components): Components {
  const circles = circlesOf(components);
  const changed = [...components].map(([address, component]): [string, Component] => {
    const circle = circles.get(address);
    const fellow = (other: string) => (circles.get(other) === circle ? components.get(other) : undefined);
    return [address, circle === undefined ? component : withStaticsOf(component, fellow, components)];
  });
  return new Map(changed);
}

/** The component of this address that is in the same circle, if one is. */
type Fellow = (address: string) => Component | undefined;

function withStaticsOf(component: Component, fellow: Fellow, components: Components): Component {
  const { receives } = component.module;
  const there = inPaths((path) => staticPath(path, fellow, false));
  const noted = inPaths((path) => staticPath(path, fellow, true));
  const inputs = Object.entries(component.values).map(([environment, values]) => [
    environment,
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, (name === receives?.variables ? noted : there)(value)]),
    ),
  ]);
  return {
    ...component,
    awsName: there(component.awsName),
    permissions: noted(component.permissions),
    uses: component.uses.map((use) => ({
      ...use,
      ...(use.conditions && { conditions: noted(use.conditions) }),
      ...(isStatic(use, fellow, components) && { isStatic: true }),
    })),
    values: Object.fromEntries(inputs),
  };
}

/** An edge is static as a whole: its statements and its environment variables only note what it uses. */
const isStatic = (use: Use, fellow: Fellow, components: Components): boolean => {
  const { outputs } = fellow(use.target)?.module.static ?? {};
  return outputs !== undefined && Object.values(variablesOf(use, components)).every((name) => outputs[name]);
};

/** @param isNoted whether the place only notes what it refers to, which need not be there yet */
function staticPath(path: Path, fellow: Fellow, isNoted: boolean): Path {
  const to = resolutionOf(path);
  if (to?.kind !== "output") return path;
  const { outputs = {} } = fellow(to.address)?.module.static ?? {};
  const name = Object.values(outputs).includes(to.output) ? to.output : isNoted && outputs[to.output];
  if (!name) return path;
  const segments = [...to.address.split("."), name];
  return { ...path, text: segments.join("."), segments, isStatic: true };
}

/** The same value with other references in it. */
function inPaths(change: (path: Path) => Path): <T>(value: T) => T {
  const inValue = (value: unknown): unknown => {
    if (value instanceof Mention) {
      const parts = value.parts.map((part) => (typeof part === "string" ? part : change(part)));
      return new Mention(parts, value.text, value.location);
    }
    if (Array.isArray(value)) return value.map(inValue);
    if (!isRecord(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, inValue(item)]));
  };
  return inValue as <T>(value: T) => T;
}

/** Components that depend on one another, each with its circle; those in none are left out. */
function circlesOf(components: Components): ReadonlyMap<string, readonly string[]> {
  const circles = connected([...components.keys()], (address) => {
    const component = components.get(address);
    return component ? linksOf(component).map(({ to }) => to) : [];
  });
  const several = circles.filter(({ length }) => length > 1);
  return new Map(several.flatMap((circle) => circle.map((address) => [address, circle] as const)));
}
