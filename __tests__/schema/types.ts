/** Held against the compiler, not run: what the builder infers, and mistakes that must not compile. */
import {
  absent,
  boolean,
  definedIn,
  exactlyOneOf,
  type Input,
  integer,
  is,
  list,
  map,
  number,
  type Output,
  object,
  oneOf,
  optional,
  ordered,
  type Paths,
  requiredWhen,
  string,
} from "../../lib/schema";

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const holds = <T extends true>(value?: T) => value;

const scaling = object({ min: integer(), max: integer() }, { rules: [ordered("min", "max")] });
const table = object(
  {
    name: string(),
    mode: oneOf(["A", "B"], { default: "A" }),
    ratio: optional(number()),
    scaling: optional(scaling),
    attributes: map(oneOf(["S", "N"])),
    indexes: map(object({ key: string(), range: optional(string()) }), { default: {} }),
    hosts: list(string(), { default: [] }),
    recovery: object({ enabled: boolean({ default: true }) }, { default: {} }),
  },
  {
    rules: [
      definedIn(["indexes.*.key", "indexes.*.range"], "attributes"),
      requiredWhen("scaling.min", is("mode", "A")),
    ],
  },
);

holds<Equal<keyof (typeof table)["properties"], keyof Output<typeof table>>>();
holds<Equal<Paths<typeof scaling>, "min" | "max">>();
holds<
  Equal<
    Input<typeof table>,
    {
      name: string;
      attributes: Record<string, "S" | "N">;
      mode?: "A" | "B";
      ratio?: number;
      scaling?: { min: number; max: number };
      indexes?: Record<string, { key: string; range?: string }>;
      hosts?: string[];
      recovery?: { enabled?: boolean };
    }
  >
>();
holds<
  Equal<
    Output<typeof table>,
    {
      name: string;
      mode: "A" | "B";
      attributes: Record<string, "S" | "N">;
      indexes: Record<string, { key: string; range?: string }>;
      hosts: string[];
      recovery: { enabled: boolean };
      ratio?: number;
      scaling?: { min: number; max: number };
    }
  >
>();

// @ts-expect-error a misspelt keyword
string({ description: "a name", patern: "^a$" });
// @ts-expect-error a keyword of JSON Schema that Terraform cannot keep
string({ format: "email" });
// @ts-expect-error a keyword of another kind
integer({ minLength: 1 });
// @ts-expect-error bounds of a boolean
boolean({ minimum: 0 });
// @ts-expect-error a default of another type
integer({ default: "1" });
// @ts-expect-error no value can be null
string({ default: null });
// @ts-expect-error a default outside its enum
oneOf(["A", "B"], { default: "C" });
// @ts-expect-error a replacement outside the enum
oneOf(["A", "B"], { ended: { old: "C" } });
// @ts-expect-error items of another type
list(string(), { default: [1] });
// @ts-expect-error a bound of a map on a list
list(string(), { maxProperties: 1 });
// @ts-expect-error values of another type
map(integer(), { default: { a: "b" } });
// @ts-expect-error a default that lacks a required member
object({ a: string() }, { default: {} });
// @ts-expect-error a default with an unknown member
object({ a: string() }, { default: { a: "", b: "" } });
// @ts-expect-error a keyword that is fixed
object({ a: string() }, { additionalProperties: true });
// @ts-expect-error no schema
object({ a: "string" });
// @ts-expect-error an optional member with a default
optional(string({ default: "" }));
// @ts-expect-error a rule about an unknown member
object({ a: optional(string()) }, { rules: [exactlyOneOf("a", "b")] });
// @ts-expect-error a rule about an unknown member of a member
object({ a: object({ b: string() }) }, { rules: [requiredWhen("a", absent("a.c"))] });
// @ts-expect-error a required member is left out
export const missing: Input<typeof table> = { attributes: {} };
// @ts-expect-error an unknown member
export const unknown: Input<typeof scaling> = { min: 1, max: 2, target: 3 };
