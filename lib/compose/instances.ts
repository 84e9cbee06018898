import { type Component, callsOf } from "../spec";

/** HCL of an output of a component; null where the component may be absent and is. */
export function outputOf(component: Component, name: string, isEverywhere: boolean): string {
  const isCounted = !isEverywhere || callsOf(component).length > 1;
  return isCounted ? `one(${instancesOf(component, `[*].${name}`)})` : `module.${component.label}.${name}`;
}

/**
 * HCL of an output that depends on less than all of its component; null where the component is absent. It names the one
 * output: a splat would make Terraform wait for all of them.
 */
export function staticOutputOf(component: Component, name: string, isEverywhere: boolean): string {
  const calls = callsOf(component);
  if (isEverywhere && calls.length === 1) return `module.${component.label}.${name}`;
  const ways = calls.map(
    ({ label, environments }) =>
      `contains(${JSON.stringify(environments)}, var.environment) ? module.${label}[0].${name} : `,
  );
  return `(${ways.join("")}null)`;
}

/**
 * HCL of a list of what there is of a component that is counted, wherever it comes from.
 * @param suffix what is taken of each: `[*].name`
 */
export function instancesOf(component: Component, suffix = ""): string {
  const lists = callsOf(component).map(({ label }) => `module.${label}${suffix}`);
  return lists.length === 1 ? lists.join() : `concat(${lists.join(", ")})`;
}
