import fc from "fast-check";
import { boolean, integer, list, map, number, object, optional, string } from "../../lib/schema";
import { type LocatedScalar, read, type Shape } from "../../lib/source";
import { parsed } from "./support";

const reference = ({ text }: LocatedScalar) => (text.includes("${") ? { reference: text } : undefined);

/** What `a: …` holds under a schema, and what is wrong with it. */
function member(schema: Shape, text: string) {
  const fields: Shape = { type: "object", properties: { a: schema } };
  const { value, diagnostics } = read(fields, parsed(`a: ${text}`), reference);
  return {
    value: (value as { a: unknown }).a,
    problems: diagnostics.map(({ message, help }) => `${message} (${help})`),
  };
}

test.each([["012345678901"], ["3.10"], ["yes"], ["true"], ["1e3"], ["0x10"], ["2026-01-01"]])(
  "a string is the scalar's own text: %s",
  (text) => {
    expect(member(string(), text)).toEqual({ value: text, problems: [] });
  },
);

test.each([
  ['""', ""],
  ["'null'", "null"],
  ["'~'", "~"],
  ["|\n  x", "x\n"],
])("a quoted string is its content: %j", (text, expected) => {
  expect(member(string(), text)).toEqual({ value: expected, problems: [] });
});

test.each([
  [integer(), "64", 64],
  [integer(), "-1", -1],
  [integer(), "+1", 1],
  [integer(), "-0", 0],
  [integer(), "1e3", 1000],
  [integer(), "9007199254740991", 9007199254740991],
  [number(), "0.1", 0.1],
  [number(), "1.50", 1.5],
  [number(), "-2.5E-3", -0.0025],
  [boolean(), "true", true],
  [boolean(), "false", false],
])("%j reads %s", (schema, text, expected) => {
  const { value, problems } = member(schema, text);
  expect(problems).toEqual([]);
  expect(value).toBe(expected);
});

const NOTATION = "write decimal digits: no leading zero, no 0x, no separators, no unit";
const PRECISION = "write at most 15 digits, and no integer beyond 2^53";

test.each([
  [integer(), "abc", `a must be an integer, got abc (${NOTATION})`],
  [integer(), "0x10", `a must be an integer, got 0x10 (${NOTATION})`],
  [integer(), "1_000", `a must be an integer, got 1_000 (${NOTATION})`],
  [integer(), "012", `a must be an integer, got 012 (${NOTATION})`],
  [number(), ".inf", `a must be a number, got .inf (${NOTATION})`],
  [number(), "1.", `a must be a number, got 1. (${NOTATION})`],
  [integer(), "1.5", "a must be an integer, got 1.5 (write a whole number)"],
  [integer(), "'64'", 'a must be an integer, got "64" (remove the quotes)'],
  [integer(), "9007199254740992", `a cannot be held exactly: 9007199254740992 (${PRECISION})`],
  [number(), "0.10000000000000000001", `a cannot be held exactly: 0.10000000000000000001 (${PRECISION})`],
  [number(), "1e999", `a cannot be held exactly: 1e999 (${PRECISION})`],
  [number(), "1e-999", `a cannot be held exactly: 1e-999 (${PRECISION})`],
  [boolean(), "yes", "a must be true or false, got yes (write true)"],
  [boolean(), "Off", "a must be true or false, got Off (write false)"],
  [boolean(), "TRUE", "a must be true or false, got TRUE (write true)"],
  [boolean(), "'false'", 'a must be true or false, got "false" (write false without quotes)'],
  [boolean(), "maybe", "a must be true or false, got maybe (write true or false)"],
  [string(), "", 'a has no value (write a value, or "" for an empty text, or remove it)'],
  [string(), "null", 'a has no value (write a value, or "" for an empty text, or remove it)'],
  [integer(), "~", "a has no value (write a value, or remove it)"],
  [list(string()), "", "a has no value (write [] for an empty list, or remove it)"],
  [map(string()), "", "a has no value (write {} for an empty mapping, or remove it)"],
  [map(string()), "[]", "a must be a mapping, got a list (write one `key: value` on each line, indented)"],
  [
    list(string()),
    "{}",
    "a must be a list, got a mapping (write each item on a line of its own, after a dash and a space)",
  ],
  [list(string()), "x", "a must be a list, got x (write each item on a line of its own, after a dash and a space)"],
  [string(), "[x]", "a must be a text, got a list (write one value after the key)"],
])("%j refuses %s", (schema, text, expected) => {
  expect(member(schema, text).problems).toEqual([expected]);
});

test("the value of a sensitive member is not in the message", () => {
  const pin: Shape = { ...integer(), sensitive: true };
  expect(member(pin, "secret").problems).toEqual([expect.not.stringContaining("secret")]);
});

test.each([string(), integer(), boolean(), list(string()), map(string())])(
  "a reference stands for any value: %j",
  (schema) => {
    expect(member(schema, "${x.y}")).toEqual({ value: { reference: "${x.y}" }, problems: [] });
  },
);

test("lists, maps and objects are read to the bottom, and every problem is named by its path", () => {
  const schema = object({
    limits: optional(map(object({ max: integer() }))),
    ports: optional(list(integer())),
  });
  const { value, diagnostics } = read(schema, parsed("limits: {a: {max: x}, b: {max: 2}}\nports: [1, y]"), reference);
  expect(value).toEqual({ limits: { a: { max: "x" }, b: { max: 2 } }, ports: [1, "y"] });
  expect(diagnostics.map(({ message }) => message.split(",")[0])).toEqual([
    "limits.a.max must be an integer",
    "ports[1] must be an integer",
  ]);
});

test("what the schema does not know is read by its own shape", () => {
  const { value, diagnostics } = read(object({}), parsed("a: [1, {b: yes, c: }]\nconstructor: 1"), reference);
  expect(value).toEqual({ a: ["1", { b: "yes", c: "" }], constructor: "1" });
  expect(diagnostics).toEqual([]);
});

test("every number that JavaScript writes is read back as it is", () => {
  const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
  const safe = finite.filter((value) => !Number.isInteger(value) || Number.isSafeInteger(value));
  fc.assert(fc.property(safe, (value) => member(number(), String(value)).value === (value === 0 ? 0 : value)));
});

test("no integer is changed by reading it", () => {
  fc.assert(
    fc.property(fc.bigInt(), (value) => {
      const read = member(integer(), String(value));
      expect(read.problems.length > 0 || BigInt(read.value as number) === value).toBe(true);
    }),
  );
});
