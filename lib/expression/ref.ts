import { hcl, interpolation, isPlainScalar, textOf } from "./print";
import { quoted } from "./quote";
import { type Expression, isRef, type State, stateKey, stateOf } from "./state";

/**
 * An expression with members where `T` is an object that is always there; those of an absent object do not compile.
 * It has no JavaScript value: a body renders the same whether the caller gave plain values or a module's variables.
 */
export type Ref<T> = Expression<T> & (undefined extends T ? unknown : Members<T>);

type Members<T> = [T] extends [string | number | boolean | readonly unknown[]]
  ? unknown
  : string extends keyof T
    ? unknown
    : { readonly [K in keyof T]-?: Ref<T[K]> };

/** A value known now; it may hold expressions at any depth. */
export const literal = <T>(value: T): Ref<T> => (isRef(value) ? (value as Ref<T>) : make({ literal: value }));

/** An HCL expression that needs no parentheses where it becomes part of another: `var.name`, `aws_x.this.arn`. */
export const reference = <T>(hcl: string): Ref<T> => make({ hcl });

/** An HCL expression that is put in parentheses where it becomes part of another. */
export const compound = <T>(hcl: string): Ref<T> => make({ hcl, isCompound: true });

/** True where an HCL condition holds, null where it does not. */
export const trueOrNull = (condition: string): Ref<true | undefined> =>
  make({ hcl: `${condition} ? true : null`, isCompound: true, condition });

type TextPart = string | Expression<unknown>;

/** Text with values in it; plain text where all of it is known. */
export function template(parts: readonly TextPart[]): Ref<string> {
  const joined = parts.flatMap(flat).reduce<TextPart[]>(join, []);
  return joined.every((part) => typeof part === "string") ? literal(joined.join("")) : make({ template: joined });
}

/** Known scalars are text, and text with values in it is part of the text around. */
function flat(part: TextPart): readonly TextPart[] {
  if (typeof part === "string") return [part];
  const s = stateOf(part);
  if ("template" in s) return s.template;
  return "literal" in s && isPlainScalar(s.literal) ? [String(s.literal)] : [part];
}

/** Two texts in a row are one; a `$` of the one and a `{` of the other stay text. */
function join(all: readonly TextPart[], part: TextPart): TextPart[] {
  const last = all.at(-1);
  if (typeof part !== "string" || typeof last !== "string") return part === "" ? [...all] : [...all, part];
  const sign = part.startsWith("{") ? (/[$%]$/.exec(last)?.[0] ?? "") : "";
  return [...all.slice(0, -1), last + sign + part];
}

function make<T>(s: State): Ref<T> {
  const self: Expression<T> = {
    [stateKey]: s,
    toString: () => textOf(self),
    toJSON: () => interpolation(self),
    [Symbol.toPrimitive](hint) {
      if (hint === "number") throw new Error(`${textOf(self)} is no number in JavaScript: calculate with expr`);
      return textOf(self);
    },
  };
  const get = (target: Expression<T>, key: string | symbol) =>
    typeof key === "symbol" || Object.hasOwn(target, key) ? Reflect.get(target, key) : member(s, self, key);
  return new Proxy(self, { get }) as Ref<T>;
}

function member(s: State, self: Expression<unknown>, key: string): Expression<unknown> {
  if ("literal" in s) return ofLiteral(s.literal, key);
  if ("hcl" in s) return reference(`${hcl(self)}${accessor(key)}`);
  throw new Error(`text has no member ${key}`);
}

function ofLiteral(value: unknown, key: string): Expression<unknown> {
  const found = Object.hasOwn(Object(value), key) ? (value as Record<string, unknown>)[key] : null;
  return isRef(found) ? found : literal(found ?? null);
}

const accessor = (key: string) => (/^[A-Za-z_][\w-]*$/.test(key) ? `.${key}` : `[${quoted(key)}]`);
