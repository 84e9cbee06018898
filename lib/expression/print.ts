import { beforeSequence, quoted } from "./quote";
import { type Expression, isRef, stateOf } from "./state";

/** Values that an expression may be made of. */
export type Part = Expression<unknown> | string | number | boolean | null | undefined | readonly Part[] | PartObject;
export interface PartObject {
  readonly [key: string]: Part;
}

/**
 * The HCL text of a value, as a part of a larger expression: compound expressions come in parentheses.
 * Strings are Terraform's: what stands in `${…}` is evaluated, `$${` is a literal `${`.
 * @throws Error for a number that Terraform cannot hold.
 */
export function hcl(value: Part | unknown): string {
  if (isRef(value)) return isCompound(value) ? `(${bare(value)})` : bare(value);
  if (typeof value === "string") return quoted(value);
  if (typeof value === "number") return finite(value);
  if (Array.isArray(value)) return `[${value.map(hcl).join(", ")}]`;
  return typeof value === "object" && value !== null ? objectOf(value) : String(value ?? null);
}

const isCompound = (ref: Expression<unknown>): boolean => {
  const s = stateOf(ref);
  return "hcl" in s && s.isCompound === true;
};

/** The HCL text of an expression where it stands alone. */
export function bare(ref: Expression<unknown>): string {
  const s = stateOf(ref);
  if ("literal" in s) return hcl(s.literal);
  return "hcl" in s ? s.hcl : quoted(textOf(ref));
}

const objectOf = (value: object) =>
  `{${Object.entries(value)
    .map(([key, item]) => `${quoted(key)} = ${hcl(item)}`)
    .join(", ")}}`;

/** cdktf hides references in numbers below -1e280, which would be printed as they are. */
function finite(value: number): string {
  if (!Number.isFinite(value) || value < -1e280)
    throw new Error(`${value} is no number for Terraform; where it stands for an attribute, ask its Handle`);
  return String(value);
}

/** HCL that holds where a value is there. */
export function presence(ref: Expression<unknown>): string {
  const s = stateOf(ref);
  return "hcl" in s && s.condition !== undefined ? s.condition : `${hcl(ref)} != null`;
}

/** What a Terraform JSON file holds for an expression: `${…}` around HCL, the value itself where it is known. */
export function interpolation(ref: Expression<unknown>): unknown {
  const s = stateOf(ref);
  if ("literal" in s) return known(s.literal ?? null);
  return "hcl" in s ? `\${${s.hcl}}` : textOf(ref);
}

/** A known value with the expressions inside it as Terraform JSON. */
function known(value: unknown): unknown {
  if (isRef(value)) return interpolation(value);
  if (Array.isArray(value)) return value.map(known);
  if (!isPlain(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, known(item)]));
}

/** Whether a value is an object literal: no list, no instance of a class, no expression. */
export function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || isRef(value)) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** An expression as text in a Terraform string: `arn:${var.name}`. */
export function textOf(ref: Expression<unknown>): string {
  const s = stateOf(ref);
  if ("template" in s) return s.template.map(partOfText).join("");
  return "literal" in s && isPlainScalar(s.literal) ? String(s.literal) : `\${${bare(ref)}}`;
}

const partOfText = (part: string | Expression<unknown>) =>
  typeof part === "string" ? beforeSequence(part) : textOf(part);

/** Whether JavaScript prints a value as Terraform does. */
export const isPlainScalar = (value: unknown): boolean =>
  typeof value === "string" || typeof value === "boolean" || Number.isSafeInteger(value);
