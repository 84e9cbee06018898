import { interpolation, isRef, type Part } from "../expression";

/** An argument as Terraform JSON holds it. */
export function printed(part: Part): unknown {
  if (isRef(part)) return interpolation(part);
  if (Array.isArray(part)) return part.map(printed);
  if (typeof part !== "object" || part === null) return part;
  return Object.fromEntries(Object.entries(part).map(([key, item]) => [key, printed(item)]));
}
