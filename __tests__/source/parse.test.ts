import { locate, locateKey, parse } from "../../lib/source";
import { parsed, plain, problems } from "./support";

const contents = (text: string) => plain(parsed(text));

test.each([
  ["a number", "a: 012345678901", { a: "012345678901" }],
  ["a version", "a: 3.10", { a: "3.10" }],
  ["a word of YAML 1.1", "a: yes", { a: "yes" }],
  ["a reference", "a: ${x.y} # comment", { a: "${x.y}" }],
  ["a quoted text", "a: 'it''s'\nb: \"x\\ty\"", { a: "it's", b: "x\ty" }],
  ["a block of text", "a: |\n  x\n  y\n", { a: "x\ny\n" }],
  ["nested values", "a:\n  - b: 1\n    c: [2, {d: 3}]\n", { a: [{ b: "1", c: ["2", { d: "3" }] }] }],
  ["keys that look like numbers", "200: x\n012: y\n1.50: z", { "200": "x", "012": "y", "1.50": "z" }],
  ["keys that objects inherit", "constructor: 1\ntoString: 2", { constructor: "1", toString: "2" }],
  ["nothing", "a:\nb: ~", { a: "", b: "~" }],
  ["a byte order mark", "\ufeffa: 1", { a: "1" }],
  ["line breaks of Windows", "a: 1\r\nb:\r\n  c: 2\r\n", { a: "1", b: { c: "2" } }],
  ["the markers of one document", "---\na: 1\n...\n", { a: "1" }],
  ["tags that say what is so", "a: !!str 12\nb: !!map {}\nc: !!seq []", { a: "12", b: {}, c: [] }],
])("reads %s as it is written", (_, text, expected) => {
  expect(contents(text)).toEqual(expected);
});

test("knows which scalars are quoted", () => {
  const { value } = parse("f.yaml", "a: x\nb: 'x'\nc: \"x\"\nd: |\n  x\ne: >\n  x\nf: !!str x\n");
  const quoted = Array.from(
    value?.entries.values() ?? [],
    (entry) => entry.value.kind === "scalar" && entry.value.quoted,
  );
  expect(quoted).toEqual([false, true, true, true, true, true]);
});

test("normalises keys and texts to NFC", () => {
  expect(contents("e\u0301: u\u0308")).toEqual({ "\u00e9": "\u00fc" });
});

test("drops keys of the top level that start with x-, and only those", () => {
  expect(contents("x-a: 1\nb: {x-c: 2}")).toEqual({ b: { "x-c": "2" } });
});

describe("anchors, aliases and merge keys", () => {
  test.each([
    ["an alias", "a: &v {b: 1}\nc: *v", { a: { b: "1" }, c: { b: "1" } }],
    ["the last anchor of a name", "a: &v 1\nb: *v\nc: &v 2\nd: *v", { a: "1", b: "1", c: "2", d: "2" }],
    ["an anchor under x-", "x-a: &v 1\nb: *v", { b: "1" }],
    ["a merge, where own keys win", "x-a: &v {b: 1, c: 2}\nd:\n  c: 3\n  <<: *v", { d: { c: "3", b: "1" } }],
    [
      "a merge of several, where the first wins",
      "x-a: [&v {b: 1}, &w {b: 2, c: 3}]\nd: {<<: [*v, *w]}",
      { d: { b: "1", c: "3" } },
    ],
    ["a merge of a merge", "x-a: &v {b: 1}\nx-c: &w {<<: *v, d: 2}\ne: {<<: *w}", { e: { d: "2", b: "1" } }],
    ["a merge at the top", "x-a: &v {b: 1}\n<<: *v", { b: "1" }],
    ["a quoted << as a key", 'a: {"<<": 1}', { a: { "<<": "1" } }],
  ])("%s", (_, text, expected) => {
    expect(contents(text)).toEqual(expected);
  });

  test("what is merged is located where it is written", () => {
    const text = "x-a: &v {b: 1}\nc: {<<: *v}";
    expect(locate(parsed(text), ["c", "b"]).start).toBe(text.indexOf("1"));
    expect(locateKey(parsed(text), ["c", "b"]).start).toBe(text.indexOf("b"));
  });

  test("aliases that multiply one another are refused", () => {
    const levels = Array.from({ length: 30 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(9).fill(`*a${i}`)}]`);
    expect(problems(["a0: &a0 x", ...levels].join("\n"))).toEqual([
      expect.stringMatching(/^\d+:\d+ the aliases of this file stand for more than 1000000 values$/),
    ]);
  });

  test("aliases that nest one another are refused", () => {
    const levels = Array.from({ length: 150 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}]`);
    expect(problems(["a0: &a0 x", ...levels].join("\n"))).toEqual([
      "101:13 values are nested more than 100 levels deep",
    ]);
  });
});

test.each([
  ["a: 1\nb: 2\na: 3", ["3:1 a is written twice, on line 1 and on line 3"]],
  [
    "a: 1\nb:\n  c: 1\n  c: 2\na: 3",
    ["4:3 c is written twice, on line 3 and on line 4", "5:1 a is written twice, on line 1 and on line 5"],
  ],
  ["e\u0301: 1\n\u00e9: 2", ["2:1 \u00e9 is written twice, on line 1 and on line 2"]],
  ["a: &v {}\nb:\n  <<: *v\n  <<: *v", ["4:3 << is written twice, on line 3 and on line 4"]],
  ["a: {<<: 1}", ["1:5 << merges mappings only"]],
  ["a: *v\nb: &v 1", ["1:4 *v names no anchor above it"]],
  ["a: &v\n  - *v", ["2:5 *v stands inside the value that it names"]],
  ["a: !foo 1\nb: !!js/function &v x", ["1:4 the tag !foo is not known", "2:4 the tag !!js/function is not known"]],
  ["[a]: 1", ["1:1 a key must be a text"]],
  ["? {a: b}\n: 1", ["1:3 a key must be a text"]],
  [": x", ["1:1 a key is missing"]],
  ["null: x", ["1:1 a key is null"]],
  ["a: {__proto__: {}}", ["1:5 __proto__ is no possible key"]],
  ['a: "\\ud800"', ["1:4 an escape stands for half a character"]],
])("refuses %j and says where", (text, expected) => {
  expect(problems(text)).toEqual(expected);
});

test.each([
  ["", "1:1 f.yaml is empty"],
  ["# nothing\n", "1:1 f.yaml is empty"],
  ["---\n", "1:4 f.yaml is empty"],
  ["- a\n", "1:1 f.yaml must hold a mapping, got a list"],
  ["text\n", "1:1 f.yaml must hold a mapping, got a single value"],
  ["a: 1\n---\nb: 2", "2:1 a second YAML document starts here"],
  ["a: \u0007", "1:4 the character U+0007 is not allowed in YAML"],
  ["a: \ud800", "1:4 the character U+D800 is not allowed in YAML"],
  [`a: ${"[".repeat(50_000)}`, "1:103 values are nested more than 100 levels deep"],
])("has no value for %.20j", (text, expected) => {
  expect(problems(text)).toEqual([expected]);
  expect(parse("f.yaml", text).value).toBeUndefined();
});
