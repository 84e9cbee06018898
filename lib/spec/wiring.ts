import { Mention } from "./mention";
import type { Component, Use, Value } from "./project";
import type { Report } from "./reading";

type Components = ReadonlyMap<string, Component>;

/** The environment variables that an edge gives to its consumer: name → output. */
export function variablesOf(
  { env, target, isStatic }: Pick<Use, "env" | "isStatic" | "target">,
  components: Components,
): Readonly<Record<string, string>> {
  const used = components.get(target);
  const variables = env ?? (used ? named(used, used.module.connections.variables) : {});
  const told = isStatic ? used?.module.static?.outputs : undefined;
  return told
    ? Object.fromEntries(Object.entries(variables).map(([name, from]) => [name, told[from] ?? from]))
    : variables;
}

const named = ({ label }: Component, variables: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(variables).map(([suffix, output]) => [`${label.toUpperCase()}_${suffix}`, output]));

/** Checks that each environment variable of a component has one source: itself, or one of its edges. */
export function checkVariables(component: Component, components: Components, report: Report): void {
  const input = component.module.receives?.variables;
  if (input === undefined) return;
  const own = Object.values(component.values).flatMap((values) => keysOf(values[input]));
  const sources = new Map<string, string>(own.map((name) => [name, `${input} of ${component.address}`]));
  for (const use of component.uses) {
    const source = `the use of ${use.target}`;
    for (const name of Object.keys(variablesOf(use, components))) {
      const other = sources.get(name);
      const message = `the environment variable ${name} is set twice: by ${other} and by ${source}`;
      if (other) report.add(use.location, message, "choose other names with `env: { NAME: output }`");
      sources.set(name, source);
    }
  }
}

const keysOf = (value: Value | undefined) =>
  typeof value === "object" && !(value instanceof Mention) ? Object.keys(value) : [];
