import fc from "fast-check";
import { assertPattern } from "../../lib/schema";
import { apply } from "./terraform";

test.each([
  ["^[A-Za-z0-9_.-]+$"],
  ["^arn:[a-z-]+:kms:[!-~]+$"],
  ["^(?:rate|cron)\\([^\\n]{1,256}\\)$"],
  ["^[\\p{L}\\p{N}\\p{Z}_.:/=+@-]*$"],
  ["^(a|b{2,}){3}$"],
])("takes %s", (pattern) => {
  expect(() => assertPattern(pattern)).not.toThrow();
});

test.each([
  ["^a.b$", "alike: .b"],
  ["^a\\s$", "alike: \\s"],
  ["^a(?=b)$", "quantifier"],
  ["^a(?<!b)$", "quantifier"],
  ["^(?<name>a)$", "quantifier"],
  ["^(a)\\1$", "alike: \\1"],
  ["^a+?$", "second quantifier"],
  ["^a{1001}$", "more than 1000 repetitions"],
  ["^(a{100}){11}$", "more than 1000 repetitions"],
  ["^a|b$", "needs a group"],
  ["^a)$", "needs a group"],
  ["^(a$", "group is not closed"],
  ["^[[:alpha:]]$", "alike: [[:alpha:]]"],
  ["^[]a]$", "alike"],
  ["^[^]a]$", "alike"],
  ["^\\u0041$", "alike"],
  ["^a\\$", "alike"],
  ["^[z-a]$", "out of order"],
  ["[a-z]+", "begin with ^ and end with $"],
])("refuses %s", (pattern, reason) => {
  expect(() => assertPattern(pattern)).toThrow(reason);
});

const isTaken = (pattern: string) => {
  try {
    assertPattern(pattern);
    return true;
  } catch {
    return false;
  }
};

test("what is taken means the same in Terraform", () => {
  const pieces = [
    "a",
    "b",
    "-",
    "^",
    "$",
    "é",
    "😀",
    " ",
    "\n",
    "\\d",
    "\\w",
    "\\W",
    "\\s",
    ".",
    "\\.",
    "\\n",
    "\\b",
    "\\-",
    "/",
  ];
  const marks = ["(", "(?:", ")", "|", "[", "[^", "]", "*", "+", "?", "{1,2}", "{2}", "\\p{L}", "a-c", "&&", ","];
  const some = (values: string[], most: number) =>
    fc.array(fc.constantFrom(...values), { maxLength: most }).map((parts) => parts.join(""));
  const pattern = some([...pieces, ...marks], 10)
    .map((body) => `^${body}$`)
    .filter(isTaken);
  const patterns = [...new Set(fc.sample(pattern, 1500))];
  const texts = fc.sample(
    some(["a", "b", "c", "-", "1", "_", "é", "😀", " ", "\n", "\u2028", ".", ",", "^", "&", "/"], 4),
    300,
  );
  const { errors, outputs } = apply({
    "main.tf.json": {
      variable: { patterns: { type: "list(string)" }, texts: { type: "list(string)" } },
      output: { matches: { value: "${[for p in var.patterns : [for t in var.texts : length(regexall(p, t)) > 0]]}" } },
    },
    "terraform.tfvars.json": { patterns, texts },
  });
  expect([...new Set(errors.map(({ message }) => message))]).toEqual([]);
  const matches = outputs.matches as boolean[][];
  const differing = patterns.filter((pattern, i) =>
    texts.some((text, j) => new RegExp(pattern, "u").test(text.normalize("NFC")) !== matches[i]?.[j]),
  );
  expect(differing).toEqual([]);
  expect(matches.flat().filter(Boolean).length).toBeGreaterThan(1000);
});
