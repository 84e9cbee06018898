import {
  expr,
  hcl,
  interpolation,
  json,
  literal,
  omitNull,
  type Part,
  type Ref,
  reference,
  template,
  text,
} from "../../lib/expression";

const b = reference<{ size: number }>("var.b");
const a = reference<{ size: number; "GET /x": string; inner: { b: string } }>("var.a");

test.each<[value: Part, hcl: string]>([
  [1, "1"],
  [-1.5, "-1.5"],
  [1e21, "1e+21"],
  [true, "true"],
  [null, "null"],
  [undefined, "null"],
  [[1, [2, "x"]], '[1, [2, "x"]]'],
  [{ a: { "b.c": 1 }, 'say "hi"': null }, '{"a" = {"b.c" = 1}, "say \\"hi\\"" = null}'],
  [a, "var.a"],
  [a.inner.b, "var.a.inner.b"],
  [a["GET /x"], 'var.a["GET /x"]'],
  [{ list: [a, literal("x")] }, '{"list" = [var.a, "x"]}'],
  [expr`${a.size} + 1`, "(var.a.size + 1)"],
  [expr`${expr`${a.size} + 1`} * ${2}`, "((var.a.size + 1) * 2)"],
  [expr<{ b: string }>`${a} ? 1 : 2`.b, "(var.a ? 1 : 2).b"],
  [text`x-${a.size}`, '"x-${var.a.size}"'],
  [text`say "${expr`f("${"a"}")`}"`, '"say \\"${f(""a"")}\\""'],
  [json({ a: [a.size] }), 'jsonencode({"a" = [var.a.size]})'],
  [omitNull({ a: a.size }), '{for key, value in {"a" = var.a.size} : key => value if value != null}'],
])("%j is printed as %s", (value, printed) => {
  expect(hcl(value)).toBe(printed);
});

test.each<[value: Part, json: unknown]>([
  [literal("x"), "x"],
  [literal(undefined), null],
  [
    literal({ list: [a.size, text`x${a.size}`], none: null }),
    { list: ["${var.a.size}", "x${var.a.size}"], none: null },
  ],
  [a.size, "${var.a.size}"],
  [expr`${a.size} + 1`, "${var.a.size + 1}"],
  [text`x-${expr`${a.size} + 1`}`, "x-${var.a.size + 1}"],
  [text`x-${literal([1])}`, "x-${[1]}"],
  [text`x-${literal(null)}`, "x-${null}"],
  [text`x-${literal(0.1)}`, "x-${0.1}"],
])("%j stands in Terraform JSON as %j", (value, expected) => {
  const ref = value as ReturnType<typeof literal>;
  expect(interpolation(ref)).toEqual(expected);
  expect(JSON.parse(JSON.stringify({ ref }))).toEqual({ ref: expected });
});

test.each([
  [text`a${literal("b")}${literal(5)}${literal(true)}`, '"ab5true"'],
  [text`a${text`b${a.size}`}c`, '"ab${var.a.size}c"'],
  [template(["a", "", "b"]), '"ab"'],
  [text`$${a.size}`, '"${"$"}${var.a.size}"'],
  [text`$${literal("{x}")}`, '"$${x}"'],
])("text is as plain as it can be: %s", (ref, printed) => {
  expect(hcl(ref)).toBe(printed);
});

test("a template string of JavaScript holds an expression as Terraform wants it", () => {
  expect(`${a.size}, ${literal("x")}, ${text`<${a.size}>`}`).toBe("${var.a.size}, x, <${var.a.size}>");
});

test("members of a known value are its own, and expressions in it stay what they are", () => {
  const known = literal({ a: { b: 1, c: a.size } }) as unknown as Ref<{ a: { b: number; c: number; d?: string } }>;
  expect([known.a.b, known.a.c, known.a.d].map(hcl)).toEqual(["1", "var.a.size", "null"]);
  expect(hcl(Reflect.get(known, "constructor"))).toBe("null");
});

test("a literal of an expression is that expression", () => {
  expect(hcl(literal(a.size))).toBe("var.a.size");
});

test.each([Number.NaN, Number.POSITIVE_INFINITY, -1.8881545897087503e289])("%d is no number for Terraform", (value) => {
  expect(() => hcl([value])).toThrow(`${value} is no number for Terraform`);
});

test("two expressions cannot be compared by size in JavaScript, which the compiler does not see", () => {
  expect(() => a.size < b.size).toThrow("${var.a.size} is no number in JavaScript: calculate with expr");
});

test("a member of text is a mistake", () => {
  expect(() => Reflect.get(text`a${a.size}`, "length")).toThrow("text has no member length");
});
