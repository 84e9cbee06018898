import { type Construct, resolve } from "../cdk";
import { type Diagnostic, UserError } from "../diagnostic";
import { isPlain } from "../expression/print";
import { stretches } from "../expression/quote";
import { compound, literal, type Ref, reference } from "../expression/ref";
import { type Expression, isRef } from "../expression/state";
import { check, type Input, type Output, type Schema, withDefaults } from "../schema";

type Open<T> = T extends string | number | boolean | undefined
  ? T | Expression<T>
  : T extends readonly (infer E)[]
    ? readonly Open<E>[] | Expression<T>
    : { [K in keyof T]: Open<T[K]> } | Expression<T>;

/** What a construct may be given: plain values with references at any depth, or a module's variables. */
export type Given<S extends Schema> = Open<Input<S>> | Ref<Output<S>>;

/**
 * What a module body sees of its inputs: plain values, checked and with defaults in, or the variables of a module.
 *
 * In plain values, cdktf's tokens and strings with `${…}` are references, as CDKTF users expect. Tokens are resolved
 * at once: a lazy value is asked now, and `overrideLogicalId` of a resource that is referred to must come before.
 * @throws UserError naming every input that is wrong.
 */
export function open<S extends Schema>(scope: Construct, schema: S, given: Given<S>): Ref<Output<S>> {
  if (isRef(given)) return given as Ref<Output<S>>;
  const values = resolved(scope, given);
  const problems = check(schema, values, { isUnknown: isRef });
  if (problems.length > 0) throw new UserError(problems.map((problem) => inConstruct(scope, problem)));
  return literal(withNulls(schema, withDefaults(schema, values))) as Ref<Output<S>>;
}

/** A value with null for optional members that are absent, which is what Terraform makes of them in a variable. */
function withNulls(schema: Schema | undefined, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => withNulls(schema?.items, item));
  if (!schema || !isPlain(value)) return value;
  const { properties, additionalProperties } = schema;
  if (!properties) return mapValues(value, (item) => withNulls(additionalProperties, item));
  const named = Object.entries(properties).map(([key, inner]) => [key, withNulls(inner, value[key] ?? null)]);
  return { ...value, ...Object.fromEntries(named) };
}

const inConstruct = (scope: Construct, { message, help }: { message: string; help?: string }): Diagnostic => ({
  message: `${scope.node.path}: ${message}`,
  ...(help === undefined ? {} : { help }),
});

/** Tokens and interpolated strings as references; a list or map may be one token, so it is resolved as a whole. */
function resolved(scope: Construct, value: unknown): unknown {
  if (isRef(value)) return value;
  if (!holdsRef(value)) return asReferences(resolve(scope, value));
  if (Array.isArray(value)) return value.map((item) => resolved(scope, item));
  return mapValues(value as object, (item) => resolved(scope, item));
}

const holdsRef = (value: unknown): boolean =>
  isRef(value) || (Array.isArray(value) ? value : isPlain(value) ? Object.values(value) : []).some(holdsRef);

function asReferences(value: unknown): unknown {
  if (typeof value === "string") return /[$%]\{/.test(value) ? ofTemplate(value) : value;
  if (Array.isArray(value)) return value.map(asReferences);
  return isPlain(value) ? mapValues(value, asReferences) : value;
}

/** `${aws_x.y.arn}` as the expression that it holds, which keeps its type; anything longer as the text that it is. */
function ofTemplate(value: string): Ref<unknown> {
  const [first, ...rest] = stretches(value);
  const inside = /^\$\{([^~].*[^~])\}$/s.exec(first?.isSequence && rest.length === 0 ? first.text : "")?.[1]?.trim();
  if (inside === undefined) return literal(value);
  return traversal.test(inside) ? reference(inside) : compound(inside);
}

/** `aws_x.y.arn`, `var.z[0]`: what needs no parentheses where it becomes part of an expression. */
const traversal = /^[A-Za-z_][\w-]*(\.[\w*][\w-]*|\[(\d+|\*|"[\w-]+")\])*$/;

const mapValues = (fields: object, change: (value: unknown) => unknown) =>
  Object.fromEntries(Object.entries(fields).map(([key, item]) => [key, change(item)]));
