/** A text inside a template, with nothing in it that Terraform would evaluate. */
export const escaped = (text: string): string => text.replace(/[$%](?=\{)/g, "$&$&");

/** A text as an HCL string, with nothing in it that Terraform would evaluate. */
export const quoted = (text: string): string =>
  escaped(JSON.stringify(text).replace(/\\(.)/g, (whole, kind) => CONTROLS[kind] ?? whole));

// JSON's escapes are HCL's, but for \b and \f.
const CONTROLS: Readonly<Record<string, string>> = { b: "\\u0008", f: "\\u000c" };

/** Plain data as an HCL expression; keys are kept as they are. */
export function literal(value: unknown): string {
  if (typeof value === "string") return quoted(value);
  if (Array.isArray(value)) return `[${value.map(literal).join(", ")}]`;
  if (typeof value === "object" && value !== null) {
    return `{${Object.entries(value)
      .map(([key, item]) => `${quoted(key)} = ${literal(item)}`)
      .join(", ")}}`;
  }
  return JSON.stringify(value ?? null);
}
