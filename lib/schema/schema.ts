import type { Rule } from "./rules/rule";

declare const input: unique symbol;
declare const output: unique symbol;
declare const paths: unique symbol;

export type Kind = "string" | "integer" | "number" | "boolean" | "array" | "object";

/**
 * What a value may be: JSON Schema's own words, of which only those that Terraform can hold too. An object has
 * `properties`, a map `additionalProperties`, a list `items`.
 *
 * `In` is what a caller may write, `Out` what a module body sees once defaults are in, `Path` the places inside:
 * `"scaling.min"`, `"indexes.*.hash_key"`.
 */
export interface Schema<In = unknown, Out = In, Path extends string = string> {
  readonly type: Kind;
  readonly description?: string;
  readonly default?: unknown;
  /** The member may be left out of its object, and is then null in Terraform. */
  readonly optional?: boolean;
  /** Terraform and our own messages hide the value. */
  readonly sensitive?: boolean;
  /**
   * The value is given to each run of Terraform and kept by none, in no plan and no state; a new one is taken when the
   * input of this name changes.
   */
  readonly ephemeral?: string;
  /** The text is JSON; a spec may write a mapping or a list in its place. */
  readonly json?: boolean;
  readonly enum?: readonly (string | number)[];
  /** Values that were once in `enum`, and which to use instead. */
  readonly ended?: Readonly<Record<string, string>>;
  readonly pattern?: string;
  /** What `pattern` asks for, as it ends a sentence: "must be …". */
  readonly message?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly rules?: readonly Rule[];
  readonly additionalProperties?: Schema;
  /** The pattern of a map's keys. */
  readonly keys?: string;
  readonly keysMessage?: string;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  /**
   * The text is the address of a component of a spec, of one of these modules if any are named; or a pattern of
   * addresses, or of what components have.
   */
  readonly component?: {
    readonly modules?: readonly string[];
    readonly isPattern?: boolean;
    readonly isPart?: boolean;
  };
  readonly [input]?: In;
  readonly [output]?: Out;
  readonly [paths]?: Path;
}

/** What a caller may write: members with a default and optional ones can be left out. */
export type Input<S> = S extends Schema<infer In, unknown> ? In : never;
/** What a module body sees: defaults are in, only optional members may be absent. */
export type Output<S> = S extends Schema<unknown, infer Out> ? Out : never;
/** The places inside a value, as rules name them. */
export type Paths<S> = S extends Schema<unknown, unknown, infer Path> ? Path : never;

export type Fields = Readonly<Record<string, Schema>>;
type Defaulted = { readonly default: NonNullable<unknown> };
type Optional = { readonly optional: true };
type Absent<F extends Fields> = { [K in keyof F]: F[K] extends Optional ? K : never }[keyof F];
type Omissible<F extends Fields> = { [K in keyof F]: F[K] extends Optional | Defaulted ? K : never }[keyof F];
type Flat<T> = { [K in keyof T]: T[K] } & {};

export type ObjectInput<F extends Fields> = Flat<
  { [K in Exclude<keyof F, Omissible<F>>]: Input<F[K]> } & { [K in Omissible<F>]?: Input<F[K]> }
>;
export type ObjectOutput<F extends Fields> = Flat<
  { [K in Exclude<keyof F, Absent<F>>]: Output<F[K]> } & { [K in Absent<F>]?: Output<F[K]> }
>;
/** The places inside an object with these members. */
export type ObjectPath<F extends Fields> = {
  [K in keyof F & string]: K | `${K}.${Paths<F[K]>}`;
}[keyof F & string];
type EntryPath<S> = "*" | `*.${Paths<S>}`;

export interface ObjectSchema<F extends Fields = Fields>
  extends Schema<ObjectInput<F>, ObjectOutput<F>, ObjectPath<F>> {
  readonly properties: F;
}
export interface ListSchema<S extends Schema = Schema> extends Schema<Input<S>[], Output<S>[], EntryPath<S>> {
  readonly items: S;
}
export interface MapSchema<S extends Schema = Schema>
  extends Schema<Record<string, Input<S>>, Record<string, Output<S>>, EntryPath<S>> {
  readonly additionalProperties: S;
}
