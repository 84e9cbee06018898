import fc, { type GeneratorValue } from "fast-check";
import {
  absent,
  atMostOneOf,
  boolean,
  check,
  definedIn,
  exactlyOneOf,
  forbiddenWhen,
  integer,
  is,
  list,
  map,
  number,
  object,
  oneOf,
  optional,
  ordered,
  present,
  requiredWhen,
  type Schema,
  string,
  usedBy,
} from "../../lib/schema";

const PATTERNS = ["^[a-z]{1,3}$", "^[^a-y]*$", "^(?:x|[A-Z]\\d+)$", "^\\w*-?$", "^(?:|[\\p{L} ]+)$"];
const LETTERS = ["a", "x", "z", "A", "7", "-", " ", "é", "😀", "\n", '"', "\\", "${", "%{", "$", "{", "}"];

const pick = <T>(g: GeneratorValue, ...values: readonly T[]): T => g(fc.constantFrom<T[]>, ...values) as T;
const upTo = (g: GeneratorValue, most: number) => Array.from({ length: g(fc.nat, { max: most }) });

/** A lower and an upper bound, either of which may be missing. */
function bounds<L extends string, U extends string>(g: GeneratorValue, lower: L, upper: U, values: readonly number[]) {
  const [least, most] = [pick(g, ...values), pick(g, ...values)].sort((a, b) => a - b);
  return { ...(g(fc.boolean) && { [lower]: least }), ...(g(fc.boolean) && { [upper]: most }) };
}

const leaves: readonly ((g: GeneratorValue) => Schema)[] = [
  (g) =>
    string({
      ...bounds(g, "minLength", "maxLength", [0, 1, 2, 3]),
      ...(g(fc.boolean) && { pattern: pick(g, ...PATTERNS) }),
    }),
  (g) => integer(bounds(g, "minimum", "maximum", [-2, -1, 0, 1, 2])),
  (g) => number(bounds(g, "minimum", "maximum", [-1.5, 0, 0.5, 1])),
  () => boolean(),
  () => oneOf(["a", "${b}", "c"]),
  () => oneOf(["x", "z"], { ended: { a: "z" } }),
];

const branches: readonly ((g: GeneratorValue, depth: number) => Schema)[] = [
  (g, depth) => list(schema(g, depth), bounds(g, "minItems", "maxItems", [0, 1, 2, 3])),
  (g, depth) =>
    map(schema(g, depth), {
      ...bounds(g, "minProperties", "maxProperties", [0, 1, 2, 3]),
      ...(g(fc.boolean) && { keys: pick(g, ...PATTERNS) }),
    }),
  (g, depth) =>
    object(Object.fromEntries(["a", "b", "c"].slice(g(fc.nat, { max: 2 })).map((name) => [name, member(g, depth)]))),
  ruled,
];

/** A schema of any kind, some levels deep. */
export const schema = (g: GeneratorValue, depth: number): Schema =>
  depth === 0 || g(fc.nat, { max: 3 }) === 0 ? pick(g, ...leaves)(g) : pick(g, ...branches)(g, depth - 1);

/** The same as a member of an object: required, optional or with a default of its own. */
function member(g: GeneratorValue, depth: number): Schema {
  const inner = schema(g, depth);
  const kind = pick(g, "required", "optional", "default");
  if (kind === "optional") return { ...inner, optional: true };
  const value =
    kind === "default"
      ? upTo(g, 5)
          .map(() => valueFor(g, inner))
          .find((one) => !check(inner, one).length)
      : undefined;
  return value === undefined ? inner : { ...inner, default: value };
}

const RULES = [
  exactlyOneOf("a", "b.c", "key"),
  atMostOneOf("a", "b"),
  requiredWhen("a", is("mode", "y")),
  requiredWhen("b.c", present("low")),
  forbiddenWhen("key", absent("a")),
  forbiddenWhen("a", is("flag", true)),
  forbiddenWhen("high", is("low", 1)),
  ordered("low", "high"),
  definedIn(["key", "uses.*.k", "uses.*.l.*"], "keys"),
  usedBy("keys", ["key", "uses.*.k", "uses.*.l.*"]),
] as const;

/** An object with rules between its members. */
export function ruled(g: GeneratorValue, depth: number) {
  const name = oneOf(["a", "b", "${c}"]);
  return object(
    {
      a: optional(string()),
      b: optional(object({ c: optional(oneOf(["x", "y"])) })),
      low: optional(number()),
      high: optional(integer()),
      flag: boolean({ default: false }),
      mode: oneOf(["x", "y"], { default: "x" }),
      key: optional(name),
      keys: g(fc.boolean) ? map(string(), { default: { a: "" } }) : optional(map(string())),
      other: member(g, depth),
      uses: map(object({ k: optional(name), l: list(name, { default: [] }) }), { default: {} }),
    },
    { rules: g(fc.subarray<(typeof RULES)[number]>, [...RULES]) },
  );
}

/** A value of the shape that a schema declares, within its other demands or not. */
export function valueFor(g: GeneratorValue, schema: Schema): unknown {
  const { items, additionalProperties, properties } = schema;
  if (items) return upTo(g, 3).map(() => valueFor(g, items));
  if (additionalProperties)
    return Object.fromEntries(upTo(g, 3).map(() => [key(g), valueFor(g, additionalProperties)]));
  if (!properties) return scalar(g, schema);
  const written = Object.entries(properties).filter(([, one]) => !isOmissible(one) || g(fc.boolean));
  return Object.fromEntries(written.map(([name, one]) => [name, valueFor(g, one)]));
}

const isOmissible = (schema: Schema) => schema.optional || schema.default !== undefined;
const text = (g: GeneratorValue) =>
  upTo(g, 4)
    .map(() => pick(g, ...LETTERS))
    .join("")
    .normalize("NFC");
const key = (g: GeneratorValue) => (g(fc.boolean) ? pick(g, "a", "b", "${c}") : text(g));

function scalar(g: GeneratorValue, { type, enum: values, ended = {} }: Schema): unknown {
  if (values) return pick(g, ...values, ...values, ...Object.keys(ended), "q");
  if (type === "boolean") return g(fc.boolean);
  if (type === "string") return text(g);
  return pick(g, -3, -2, -1.5, -1, 0, 0.5, 1, 1, 2, 3);
}
