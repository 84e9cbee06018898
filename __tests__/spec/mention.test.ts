import fc from "fast-check";
import { Mention, mentionIn, type Path, partsOf } from "../../lib/spec/mention";

const location = { file: "groundplan.yaml", start: 0, end: 0 };
const shown = (part: string | Path) => (typeof part === "string" ? part : part.segments);

test.each<[string, unknown[]]>([
  ["plain", ["plain"]],
  ["${orders.table.arn}", [["orders", "table", "arn"]]],
  ["${environment}", [["environment"]]],
  ["a-${local.x}/b", ["a-", ["local", "x"], "/b"]],
  [
    "${a.b.c}${d.e.f}",
    [
      ["a", "b", "c"],
      ["d", "e", "f"],
    ],
  ],
  ["${orders-2.my_table.arn}", [["orders-2", "my_table", "arn"]]],
  ["$${orders.table.arn}", ["${orders.table.arn}"]],
  ["$$${x}", ["$${x}"]],
  ["$${a} ${b.c.d}", ["${a} ", ["b", "c", "d"]]],
  ['${file("/etc/passwd")}', ['${file("/etc/passwd")}']],
  ["${aws:username}", ["${aws:username}"]],
  ["${ x }", ["${ x }"]],
  ["${}", ["${}"]],
  ["${", ["${"]],
  ["%{ if x }", ["%{ if x }"]],
  ["$x $5", ["$x $5"]],
])("%j has the parts %j", (text, parts) => {
  expect(partsOf(text).map(shown)).toEqual(parts);
});

const segment = fc.stringMatching(/^[A-Za-z0-9_-]{1,8}$/);
const reference = fc.array(segment, { minLength: 1, maxLength: 4 }).map((path) => ({ path }));
// A `$` right before a reference would make it an escape: there is no way to write that.
const literal = fc.oneof(fc.string(), fc.constantFrom("${", "$${", "%{x}", "}")).filter((text) => !text.endsWith("$"));

test("what an author writes for texts and references is read as these", () => {
  const written = (part: string | { path: string[] }) =>
    typeof part === "string" ? part.replaceAll("${", () => "$${") : `\${${part.path.join(".")}}`;
  const parts = fc.array(fc.tuple(literal, reference)).map((pairs) => pairs.flat().filter((part) => part !== ""));
  fc.assert(
    fc.property(parts, (all) => {
      const read = partsOf(all.map(written).join("")).map(shown);
      expect(read).toEqual(all.map((part) => (typeof part === "string" ? part : part.path)));
    }),
  );
});

test("nothing of a text is lost", () => {
  const joined = (text: string) => partsOf(text).map((part) => (typeof part === "string" ? part : `\${${part.text}}`));
  fc.assert(fc.property(fc.string(), (text) => text.includes("$${") || joined(text).join("") === text));
});

test.each([
  ["a text without references is no mention", "x", undefined],
  ["one that only escapes them is plain text", "$${x}", "${x}"],
])("%s", (_, text, expected) => {
  expect(mentionIn(text, location)).toBe(expected);
});

test("a text with a reference is a mention, whole if it is nothing else", () => {
  const [whole, part] = ["${a.b.c}", "x${a.b.c}"].map((text) => mentionIn(text, location) as Mention);
  expect(whole).toBeInstanceOf(Mention);
  expect([whole?.whole?.text, part?.whole, part?.paths.length]).toEqual(["a.b.c", undefined, 1]);
});
