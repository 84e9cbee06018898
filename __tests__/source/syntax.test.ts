import { parse } from "../../lib/source";
import { problems } from "./support";

test.each([
  ["a:\n\tb: 1", "2:1 a tab is used as indentation"],
  ["a:\n  b: 1\n c: 2", "3:2 this line is not indented like the lines it belongs to"],
  ["a:\n  - b: 1\n   c: 2", "3:4 this line is neither an item of the list nor part of the item above"],
  ["a: |\n\tb", "2:1 the text below | or > is not indented"],
  ["a: [1, 2\n", "1:9 a [ or { above this place is not closed, or what is inside it is not indented"],
  ["a: 'x\nb: 1", "1:4 a quote is opened here and never closed"],
  ['a: "x\n', "1:4 a quote is opened here and never closed"],
  ["a:\n- 1\n-2", '3:1 expected "key: value", got -2'],
  ["a: [1 [2]]", "1:7 a comma is missing inside [ ] or { }"],
  ["a: b: c", "1:4 a mapping starts inside a value here"],
  ["a\nb: 1", "1:1 a key and its colon do not stand on one line"],
  ["a: - b", "1:4 a list cannot start on the line of its key"],
  ["a: 'x' y", "1:8 y follows a value that is complete"],
  ["a: {b: 1}}", "1:10 } is not expected here"],
  ["a: @x", "1:4 a value cannot start with @"],
  ["a: %x", "1:4 a value cannot start with %"],
  ["a: * * * * *", "1:4 * names no anchor"],
  ['a: "\\q"', "1:5 \\q is not an escape sequence of YAML"],
  ['a: "x"#c', "1:7 a comment follows without a space before its #"],
  ["a: !e!x 1", "1:4 the tag !e!x is not known"],
  ["%x\na: 1", "2:1 a line that starts with % is a directive of YAML, after which --- must follow"],
])("%j", (text, expected) => {
  expect(problems(text)).toEqual([expected]);
  expect(parse("f.yaml", text).value).toBeUndefined();
});

test.each([
  ["a mapping in braces", "e: { A: ${x.y}, B: 2 }\nf: 1", "1:9 ${x.y}"],
  ["a list in brackets", "l: [a, ${x.y}]", "1:8 ${x.y}"],
  ["a longer text", "l: [a-${x.y}/b]", "1:7 ${x.y}"],
  ["several lines", "e: {\n  A: 1,\n  B: ${x.y},\n  C: 2\n}\nf: 1", "3:6 ${x.y}"],
])("an unquoted reference in %s gets a message of its own, and only that", (_, text, start) => {
  expect(problems(text)).toEqual([
    `${start} stands unquoted inside { } or [ ], where YAML reads its braces as a mapping`,
  ]);
});

test("quoted references in flow style are fine", () => {
  expect(problems("e: { A: \"${x.y}\", B: ['${x.z}', a$, $ ] }")).toEqual([]);
});

test("all errors are found in one run, one for each line", () => {
  expect(problems("a: @x\nb: `y\nc: %z %z")).toEqual([
    "1:4 a value cannot start with @",
    "2:4 a value cannot start with `",
    "3:4 a value cannot start with %",
  ]);
});

test("every message comes with help", () => {
  for (const text of ["a: @x", "a: }", "a: {${x}}", "", "a: 1\na: 2", "a: \u0007"]) {
    expect(parse("f.yaml", text).diagnostics.every(({ help }) => help !== undefined)).toBe(true);
  }
});
