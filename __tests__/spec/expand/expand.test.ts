import { stepsTo } from "../../../lib/diagnostic";
import { CodeFolder, Mention } from "../../../lib/spec";
import { load, problems } from "../project";

const addresses = async (spec: string) => [...(await load(spec)).project.components.keys()];

const pair = `patterns:
  pair:
    components:
      this: { module: echo, text: "\${self.other.text}" }
      other: { module: echo }
`;

test.each([
  ["a use", `${pair}services: { a: { b: { pattern: pair } } }`, ["a.b", "a.b-other"]],
  [
    "a use for each of several",
    `${pair}services: { a: { b: { pattern: pair, for_each: [x, y] } } }`,
    ["a.b-x", "a.b-x-other", "a.b-y", "a.b-y-other"],
  ],
  [
    "a service for each of several",
    "services: { a: { for_each: { x: 1, y: 2 }, b: { module: echo }, c: { for_each: [z], module: echo } } }",
    ["a-x.b", "a-x.c-z", "a-y.b", "a-y.c-z"],
  ],
])("%s: its components, in the order in which they are written", async (_, spec, expected) => {
  expect(await addresses(spec)).toEqual(expected);
});

test("a parameter without names repeats nothing", async () => {
  const spec = `patterns:
  p:
    parameters: { names: { type: list, default: [] } }
    components: { this: { module: echo }, of: { for_each: "\${parameter.names}", module: echo } }
services: { a: { none: { pattern: p }, one: { pattern: p, names: [x] } } }`;
  expect(await addresses(spec)).toEqual(["a.none", "a.one", "a.one-of-x"]);
});

test("the environments of a component are those of all that is around it", async () => {
  const spec = `version: 1
name: shop
region: us-east-1
environments: { dev: {}, staging: {}, prod: {} }
patterns: { p: { components: { this: { module: echo, only: [dev, prod] }, all: { module: echo } } } }
services: { a: { only: [prod, staging], b: { pattern: p }, c: { pattern: p, only: [prod] }, d: { module: echo } } }`;
  const { project } = await load(spec);
  expect([...project.components.values()].map((one) => [one.address, ...one.environments])).toEqual([
    ["a.b", "prod"],
    ["a.b-all", "staging", "prod"],
    ["a.c", "prod"],
    ["a.c-all", "prod"],
    ["a.d", "staging", "prod"],
  ]);
});

test("an optional parameter that is absent leaves out what it is the value of", async () => {
  const spec = `patterns:
  p:
    parameters: { text: { type: string, optional: true } }
    components: { this: { module: echo, text: "\${parameter.text}", words: ["\${parameter.text}", x] } }
services: { a: { without: { pattern: p }, with: { pattern: p, text: y } } }`;
  const loaded = await load(spec);
  expect(loaded.values("a.without", "dev")).toEqual({ words: ["x"] });
  expect(loaded.values("a.with", "dev")).toEqual({ text: "y", words: ["y", "x"] });
});

test.each([
  ["a reference", "${a.d.text}", expect.any(Mention)],
  ["an escaped reference", "$${parameter.text}", "${parameter.text}"],
  ["an address of the pattern's", "self.this", "self.this"],
  ["a template of Terraform's", "%{ if true }", "%{ if true }"],
])("%s in what a use gives stays what it is there", async (_, given, expected) => {
  const spec = `patterns:
  p:
    parameters: { text: { type: string } }
    components: { this: { module: echo, text: "\${parameter.text}", labels: { A: self.this } } }
services: { a: { b: { pattern: p, text: "${given}" }, d: { module: echo } } }`;
  expect((await load(spec)).values("a.b", "dev")).toEqual({ text: expected, labels: { A: "a.b" } });
});

test("self.* names the other components of the use", async () => {
  const spec = `patterns:
  p:
    components:
      this: { module: echo, words: [self.*] }
      part: { module: echo, for_each: [x] }
      whole: { module: echo, words: [self.whole.alarm, self.*.alarm, self.none] }
services: { a: { b: { pattern: p } } }`;
  const loaded = await load(spec);
  expect(loaded.values("a.b", "dev")).toEqual({ words: ["a.b-part-*", "a.b-whole"] });
  expect(loaded.values("a.b-whole", "dev")).toEqual({ words: ["a.b-whole.alarm", "a.b*.alarm", "self.none"] });
});

test("references in keys are filled in", async () => {
  const spec =
    'services: { a: { b: { for_each: { x: { as: N } }, module: echo, labels: { "P_${each.value.as}": "${each.key}" } } } }';
  expect((await load(spec)).values("a.b-x", "dev")).toEqual({ labels: { P_N: "x" } });
});

test("a pattern stands in an included file too, and its errors name that file", async () => {
  const files = { "p.yaml": "patterns: { p: { components: { this: { module: echo, count_of: x } } } }" };
  expect(await problems("include: [p.yaml]\nservices: { a: { b: { pattern: p } } }", { files })).toEqual([
    "p.yaml:1:64 count_of must be an integer, got x",
  ]);
});

test("what refers to a component of a use that is wrong is not to blame", async () => {
  const spec = `${pair}services: { a: { b: { pattern: pair, x: 1 }, c: { module: echo, text: "\${a.b-other.text}" } } }`;
  expect(await problems(spec)).toEqual(["groundplan.yaml:10:38 pattern pair has no parameter x"]);
});

test("a value is where it is written, by way of the reference and of the use", async () => {
  const spec = `patterns:
  p:
    parameters: { text: { type: string } }
    components:
      this:
        module: echo
        text: \${parameter.text}
services:
  a:
    b:
      pattern: p
      text: x`;
  const loaded = await load(spec);
  const entry = loaded.component("a.b").written("dev").entries.get("text");
  const location = entry?.value.location as Parameters<typeof stepsTo>[0];
  const steps = stepsTo(location).map((step) => `${step.message} at ${loaded.place(step.location)}`);
  expect([loaded.place(location), ...steps]).toEqual([
    "groundplan.yaml:16",
    "stands for ${parameter.text} at groundplan.yaml:11",
    "used by a.b at groundplan.yaml:14",
  ]);
});

test("plain components are read from what was written, not from a copy", async () => {
  const loaded = await load("services: { a: { b: { module: echo, text: x } } }");
  expect(stepsTo(loaded.component("a.b").location)).toEqual([]);
  expect(loaded.values("a.b", "dev")?.text).not.toBeInstanceOf(CodeFolder);
});

test("uses that multiply one another are refused before they fill the memory", async () => {
  const letters = "abcdefgh".split("");
  const uses = Array.from({ length: 30 }, (_, i) => `x${i}: { pattern: NEXT }`).join(", ");
  const patterns = letters.map((letter, i) => {
    const next = letters[i + 1];
    return `  ${letter}: { components: { ${next ? uses.replaceAll("NEXT", next) : "this: { module: echo }"} } }`;
  });
  const spec = `patterns:\n${patterns.join("\n")}\nservices: { s: { c: { pattern: a } } }`;
  const [problem, ...others] = await problems(spec);
  expect(problem).toMatch(/the patterns and repetitions of this spec come to more than 50000 components$/);
  expect(others).toEqual([]);
});
