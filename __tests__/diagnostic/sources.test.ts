import fc from "fast-check";
import { Sources } from "../../lib/diagnostic";

test.each([
  [0, { line: 1, column: 1 }],
  [2, { line: 1, column: 3 }],
  [3, { line: 2, column: 1 }],
  [5, { line: 2, column: 2 }],
  [7, { line: 3, column: 1 }],
])("the position of offset %d", (offset, expected) => {
  const sources = new Sources();
  sources.add("f", "ab\n😀c\n");
  expect(sources.position("f", offset)).toEqual(expected);
});

test("lines come without their break, and none after the last", () => {
  const sources = new Sources();
  sources.add("f", "a\r\nb\n");
  expect([1, 2, 3, 4].map((line) => sources.line("f", line))).toEqual(["a", "b", "", undefined]);
});

test("a file that was not read has neither text nor positions", () => {
  const sources = new Sources();
  expect([sources.text("f"), sources.line("f", 1), sources.position("f", 0)]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test("positions agree with counting", () => {
  const lines = fc.string({ unit: fc.constantFrom("a", "é", "😀", "\n") });
  fc.assert(
    fc.property(lines, fc.nat(30), (text, at) => {
      const before = Array.from(text).slice(0, at).join("");
      const sources = new Sources();
      sources.add("f", text);
      const rows = before.split("\n");
      const column = Array.from(rows.at(-1) ?? "").length + 1;
      expect(sources.position("f", before.length)).toEqual({ line: rows.length, column });
    }),
  );
});
