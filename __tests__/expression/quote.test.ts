import { beforeSequence, quoted, stretches } from "../../lib/expression/quote";

const parts = (text: string) => stretches(text).map((one) => (one.isSequence ? [one.text] : one.text));

test.each<[text: string, parts: (string | string[])[]]>([
  ["", []],
  ["plain", ["plain"]],
  ["${var.a}", [["${var.a}"]]],
  ["a-${var.a}-b", ["a-", ["${var.a}"], "-b"]],
  ["${a}${b}", [["${a}"], ["${b}"]]],
  ["%{if a}x%{endif}", [["%{if a}"], "x", ["%{endif}"]]],
  ["$${literal}", ["$${literal}"]],
  ["$$${literal}", ["$$${literal}"]],
  ["%%{literal}", ["%%{literal}"]],
  ["%${a}", ["%", ["${a}"]]],
  ["$%{if a}%{endif}", ["$", ["%{if a}"], ["%{endif}"]]],
  ["${{ a = 1 }.a} b", [["${{ a = 1 }.a}"], " b"]],
  ['${f("}")} b', [['${f("}")}'], " b"]],
  ['${f("\\"}")} b', [['${f("\\"}")}'], " b"]],
  ['${f("${g("}")}")} b', [['${f("${g("}")}")}'], " b"]],
  ['${f("$${")} b', [['${f("$${")}'], " b"]],
  ["${open", [["${open"]]],
  ["5 $ and 5 %", ["5 $ and 5 %"]],
])("Terraform reads %j as %j", (text, expected) => {
  expect(parts(text)).toEqual(expected);
});

test.each([
  ['say "hi"', '"say \\"hi\\""'],
  ["a\\b", '"a\\\\b"'],
  ["a\n\t\r", '"a\\n\\t\\r"'],
  ["\b\f\0", '"\\u0008\\u000c\\u0000"'],
  ["\\b", '"\\\\b"'],
  ["\u2028é😀", '"\u2028é😀"'],
  ["$${data}", '"$${data}"'],
  ['"${f("a")}"', '"\\"${f("a")}\\""'],
])("%j is quoted as %s", (text, hcl) => {
  expect(quoted(text)).toBe(hcl);
});

test.each([
  ["cost: ", "cost: "],
  ["cost: $", 'cost: ${"$"}'],
  ["$$$", '${"$$$"}'],
  ["100%", "100%"],
])("%j can be followed by a sequence as %j", (text, expected) => {
  expect(beforeSequence(text)).toBe(expected);
});
