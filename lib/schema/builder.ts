import { assertObject, assertRange } from "./assert";
import { assertPattern } from "./pattern";
import type { Rule } from "./rules/rule";
import type { Fields, Input, ListSchema, MapSchema, ObjectInput, ObjectPath, ObjectSchema, Schema } from "./schema";

type Scalar<T> = Schema<T, T, never>;
type Default<T> = { readonly default: T & NonNullable<unknown> };
interface Described {
  readonly description?: string;
}

export interface StringOptions extends Described {
  /** A regular expression that RE2 and JavaScript read alike; see `assertPattern`. */
  readonly pattern?: string;
  /** What the pattern asks for, as it ends the sentence "must be …": "letters, digits, _ . -". */
  readonly message?: string;
  /** In code points. */
  readonly minLength?: number;
  /** In code points. */
  readonly maxLength?: number;
  readonly sensitive?: boolean;
  /** The input by which it is told that the value, which Terraform does not keep, is a new one. */
  readonly ephemeral?: string;
  /** The text is JSON, which a spec may write as what it says. */
  readonly json?: boolean;
}

/** A text. @throws Error when the pattern means something else in Terraform than in JavaScript. */
export function string(options: StringOptions & Default<string>): Scalar<string> & Default<string>;
export function string(options?: StringOptions): Scalar<string>;
export function string(options: StringOptions = {}): Scalar<string> {
  if (options.pattern !== undefined) assertPattern(options.pattern);
  assertRange(options.minLength, options.maxLength);
  return { type: "string", ...options };
}

export interface NumberOptions extends Described {
  readonly minimum?: number;
  readonly maximum?: number;
  readonly sensitive?: boolean;
}

export interface IntegerOptions extends NumberOptions {
  /** The only values that are allowed. */
  readonly values?: readonly number[];
}

/** A whole number. */
export function integer(options: IntegerOptions & Default<number>): Scalar<number> & Default<number>;
export function integer(options?: IntegerOptions): Scalar<number>;
export function integer({ values, ...options }: IntegerOptions = {}): Scalar<number> {
  assertRange(options.minimum, options.maximum);
  return { type: "integer", ...options, ...(values ? { enum: values } : {}) };
}

/** A number, with decimals or without. */
export function number(options: NumberOptions & Default<number>): Scalar<number> & Default<number>;
export function number(options?: NumberOptions): Scalar<number>;
export function number(options: NumberOptions = {}): Scalar<number> {
  assertRange(options.minimum, options.maximum);
  return { type: "number", ...options };
}

/** True or false. */
export function boolean(options: Described & Default<boolean>): Scalar<boolean> & Default<boolean>;
export function boolean(options?: Described): Scalar<boolean>;
export function boolean(options: Described = {}): Scalar<boolean> {
  return { type: "boolean", ...options };
}

export interface EnumOptions<V extends string> extends Described {
  /** What AWS has ended, and the value to use instead: refused by a message that names it. */
  readonly ended?: Readonly<Record<string, V>>;
}

/** One of several texts. */
export function oneOf<const V extends string>(
  values: readonly V[],
  options: EnumOptions<NoInfer<V>> & Default<NoInfer<V>>,
): Scalar<V> & Default<V>;
export function oneOf<const V extends string>(values: readonly V[], options?: EnumOptions<NoInfer<V>>): Scalar<V>;
export function oneOf<V extends string>(values: readonly V[], options: EnumOptions<V> = {}): Scalar<V> {
  return { type: "string", enum: values, ...options };
}

export interface ListOptions extends Described {
  readonly minItems?: number;
  readonly maxItems?: number;
}

/** A list, of which the order counts. */
export function list<S extends Schema>(
  items: S,
  options: ListOptions & Default<readonly NoInfer<Input<S>>[]>,
): ListSchema<S> & Default<readonly unknown[]>;
export function list<S extends Schema>(items: S, options?: ListOptions): ListSchema<S>;
export function list<S extends Schema>(items: S, options: ListOptions = {}): ListSchema<S> {
  assertRange(options.minItems, options.maxItems);
  return { type: "array", items, ...options };
}

export interface MapOptions extends Described {
  /** A pattern for the keys. */
  readonly keys?: string;
  /** What that pattern asks for, as it ends the sentence "must be …". */
  readonly keysMessage?: string;
  readonly minProperties?: number;
  readonly maxProperties?: number;
}

/** A map with keys of the author's choice. @throws Error when `keys` is no allowed pattern. */
export function map<S extends Schema>(
  values: S,
  options: MapOptions & Default<Readonly<Record<string, NoInfer<Input<S>>>>>,
): MapSchema<S> & Default<object>;
export function map<S extends Schema>(values: S, options?: MapOptions): MapSchema<S>;
export function map<S extends Schema>(values: S, options: MapOptions = {}): MapSchema<S> {
  if (options.keys !== undefined) assertPattern(options.keys);
  assertRange(options.minProperties, options.maxProperties);
  return { type: "object", additionalProperties: values, ...options };
}

export interface ObjectOptions<F extends Fields> extends Described {
  /** What the members must keep among themselves. */
  readonly rules?: readonly Rule<ObjectPath<NoInfer<F>>>[];
}

/**
 * An object with exactly these members. `default: {}` lets the members' own defaults come in.
 * @throws Error when a member's name is none that Terraform takes, or a rule makes no sense.
 */
export function object<F extends Fields>(
  fields: F,
  options: ObjectOptions<F> & Default<ObjectInput<NoInfer<F>>>,
): ObjectSchema<F> & Default<object>;
export function object<F extends Fields>(fields: F, options?: ObjectOptions<F>): ObjectSchema<F>;
export function object<F extends Fields>(fields: F, options: ObjectOptions<F> = {}): ObjectSchema<F> {
  const schema: ObjectSchema<F> = { type: "object", properties: fields, ...options };
  assertObject(schema);
  return schema;
}

/** A member that may be left out, where nothing comes in its stead; so it has no default. */
export const optional = <S extends Schema>(schema: S & Undefaulted<S>): S & { readonly optional: true } => ({
  ...(schema as S),
  optional: true,
});
type Undefaulted<S> = S extends Default<unknown> ? never : unknown;
