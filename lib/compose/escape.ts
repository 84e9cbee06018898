/** Data as a Terraform template that evaluates to exactly that data. */
export const escapeTemplate = (text: string): string => text.replaceAll(/[$%](?=\{)/g, (sign) => sign + sign);

/** The same for every string and key of a value. */
export function escapeAll(value: unknown): unknown {
  if (typeof value === "string") return escapeTemplate(value);
  if (Array.isArray(value)) return value.map(escapeAll);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [escapeTemplate(key), escapeAll(item)]));
}
