import { locate } from "../source";
import { Mention } from "./mention";
import type { Component } from "./project";
import type { Report } from "./reading";

/** Checks that what only one component of an environment can have is had by one: such as a domain name. */
export function checkUnique(components: Iterable<Component>, report: Report): void {
  const holders = new Map<string, Component>();
  const told = new Set<Component>();
  for (const { component, environment, path, text } of claimsOf(components)) {
    const identity = JSON.stringify([environment, path, text]);
    const other = holders.get(identity);
    if (!other) holders.set(identity, component);
    else if (!told.has(component)) {
      const message = `${path} "${text}" is also that of ${other.address}`;
      report.add(locate(component.written(environment), path.split(".")), message, "only one component can have it");
      told.add(component);
    }
  }
}

interface Claim {
  readonly component: Component;
  readonly environment: string;
  readonly path: string;
  readonly text: string;
}

function* claimsOf(components: Iterable<Component>): Generator<Claim> {
  for (const component of components)
    for (const path of component.module.unique ?? [])
      for (const [environment, values] of Object.entries(component.values)) {
        const text = textAt(values, path.split("."));
        if (text !== undefined) yield { component, environment, path, text };
      }
}

function textAt(value: unknown, [step, ...rest]: readonly string[]): string | undefined {
  if (value instanceof Mention) return step === undefined ? value.text : undefined;
  if (step === undefined) return typeof value === "string" ? value : undefined;
  const isHeld = typeof value === "object" && value !== null && Object.hasOwn(value, step);
  return isHeld ? textAt((value as Readonly<Record<string, unknown>>)[step], rest) : undefined;
}
