import { didYouMean } from "../../lib/spec/did-you-mean";
import { together } from "../../lib/spec/together";

const at = (start: number, message: string) => ({ message, location: { file: "f", start, end: start } });

test("what is wrong in every environment is told once, what is wrong in some says in which", () => {
  const found = new Map([
    ["dev", [at(1, "a"), at(2, "b")]],
    ["staging", [at(1, "a"), at(1, "a"), at(2, "b"), at(3, "c")]],
    ["prod", [at(1, "a"), at(4, "c")]],
  ]);
  expect(together(found)).toEqual([
    at(1, "a"),
    at(2, "b (in dev, staging)"),
    at(3, "c (in staging)"),
    at(4, "c (in prod)"),
  ]);
});

test.each([
  ["tabel", ["table", "queue"], [], "did you mean table?"],
  ["use", ["text"], ["uses"], "did you mean uses?"],
  ["memory", ["timeout", "memory_size"], [], "did you mean memory_size?"],
  ["zzz", ["table", "queue"], ["uses"], "words are table, queue"],
  ["zzz", [], [], "there are no words"],
  ["zzz", Array.from({ length: 22 }, (_, i) => `a${i + 10}`), [], expect.stringMatching(/a29 and 2 more$/)],
])("%s of %j", (word, known, besides, help) => {
  expect(didYouMean("words", word, known, besides)).toEqual(help);
});
