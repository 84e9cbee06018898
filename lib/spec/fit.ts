import type { Schema } from "../schema";
import type { PlacedUse } from "./mentions";
import type { Report } from "./reading";
import type { Resolution } from "./resolution";

/** What a built-in reference is. */
export const builtin: Schema = { type: "string" };

/** Checks the type of what a reference stands for against the place that refers to it. */
export function checkFit(
  output: Schema,
  to: Resolution,
  { mention, schema, location }: PlacedUse,
  report: Report,
): void {
  const name = to.kind === "output" ? `${to.address}.${to.output}` : to.name;
  const what = `${name} is ${named(output)}`;
  if (!mention.whole && !isScalar(output)) {
    report.add(location, `${what}, which cannot stand inside a longer text`, "use it as the whole value");
  } else if (mention.whole && schema && !fits(output, schema)) {
    const help = `write ${named(schema)}, or refer to an output that is one`;
    report.add(location, `${what}, where ${named(schema)} is wanted`, help);
  }
}

const isScalar = ({ type }: Schema) => type !== "array" && type !== "object";

/** Terraform turns any scalar into text, and nothing else into anything else. */
function fits(output: Schema, { type }: Schema): boolean {
  if (type === "string") return isScalar(output);
  return type === "integer" || type === "number" ? isNumber(output) : type === output.type;
}

const isNumber = ({ type }: Schema) => type === "integer" || type === "number";

const names = {
  array: "a list",
  object: "a mapping",
  integer: "a number",
  number: "a number",
  boolean: "true or false",
  string: "a text",
} as const;

const named = ({ type }: Schema) => names[type];

/** Checks that what is referred to exists wherever it is needed: elsewhere the reference is null. */
export function checkPresence(
  from: string,
  present: readonly string[],
  address: string,
  { mention, isOptional, environments, location }: PlacedUse,
  report: Report,
): void {
  const missing = [...new Set(environments)].filter((name) => !present.includes(name));
  if (missing.length === 0 || (mention.whole && isOptional)) return;
  const message = `${address} does not exist in ${missing.join(", ")}, where ${from} needs it`;
  report.add(location, message, `give ${from} the same \`only\`, or ${address} none`);
}
