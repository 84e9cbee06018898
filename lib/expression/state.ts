const state = Symbol.for("groundplan.expression");
declare const type: unique symbol;

/** What a value is underneath: known in JavaScript, an HCL expression, or text with values in it. */
export type State =
  | { readonly literal: unknown }
  | { readonly hcl: string; readonly isCompound?: boolean; readonly condition?: string }
  | { readonly template: readonly (string | Expression<unknown>)[] };

/** A value that only Terraform may look into. */
export interface Expression<T> {
  readonly [state]: State;
  readonly [type]?: readonly [T];
  /** The value as text in a Terraform string, so that a template string of JavaScript can hold it. */
  toString(): string;
  /** What a Terraform JSON file holds. */
  toJSON(): unknown;
  /** @throws Error where JavaScript wants a number, as to compare two expressions by size. */
  [Symbol.toPrimitive](hint: string): string;
}

/** The property that makes an object an expression. */
export const stateKey: typeof state = state;

/** Whether a value is an expression. */
export const isRef = (value: unknown): value is Expression<unknown> =>
  typeof value === "object" && value !== null && (value as Partial<Expression<unknown>>)[state] !== undefined;

/** What an expression is underneath. */
export const stateOf = (ref: Expression<unknown>): State => ref[state];

/** Whether the value itself is known now, so that its presence and its keys are too. */
export const isKnown = (ref: Expression<unknown>): boolean => !("hcl" in ref[state]);

/**
 * The value behind a known expression; null where nothing was given.
 * @throws Error where only Terraform knows it.
 */
export function knownValue(ref: Expression<unknown>): unknown {
  const s = ref[state];
  if ("literal" in s) return s.literal ?? null;
  if ("template" in s) return ref;
  throw new Error(`${s.hcl} has no value before Terraform runs`);
}
