import { callers } from "../support/callers";
import { composed, one } from "./composed";

test("what all environments share is an argument; no variable is needed", async () => {
  const stack = await one("text: x, labels: { A: y }, environments: { prod: { text: x } }");
  expect(stack.arguments("a_b")).toEqual({ text: "x", labels: { A: "y" } });
  expect(stack.call("a_b").variable).toBeUndefined();
  expect([stack.values("a_b", "dev"), stack.values("a_b", "prod")]).toEqual([undefined, undefined]);
});

test("what differs, and nothing else, is one object variable", async () => {
  const stack = await one("text: x, count_of: 1, flag: true, environments: { prod: { text: y, flag: false } }");
  expect(stack.arguments("a_b")).toEqual({ text: "${var.a_b.text}", count_of: 1, flag: "${var.a_b.flag}" });
  expect(stack.call("a_b").variable).toBe("object({ text = string, flag = bool })");
  expect(stack.values("a_b", "dev")).toEqual({ text: "x", flag: true });
  expect(stack.values("a_b", "prod")).toEqual({ text: "y", flag: false });
});

test.each([
  ["text: x", "text = optional(string)"],
  ["count_of: 2", "count_of = optional(number)"],
  ["words: [x]", "words = optional(list(string))"],
  ["labels: { A: x }", "labels = optional(map(string))"],
  ["group: { a: x }", "group = optional(object({ a = optional(string), b = optional(number) }))"],
])("what only prod says, %s, is optional", async (input, member) => {
  const stack = await one(`environments: { prod: { ${input} } }`);
  expect(stack.call("a_b").variable).toBe(`object({ ${member} })`);
  expect(stack.values("a_b", "dev")).toEqual({});
});

test("objects differ by member, lists as a whole", async () => {
  const stack = await one(
    "group: { a: x, b: 1 }, words: [x, y], environments: { prod: { group: { b: 2 }, words: [x] } }",
  );
  expect(stack.arguments("a_b")).toEqual({
    group: { a: "x", b: "${var.a_b.group.b}" },
    words: "${var.a_b.words}",
  });
  expect(stack.call("a_b").variable).toBe("object({ group = object({ b = number }), words = list(string) })");
  expect(stack.values("a_b", "prod")).toEqual({ group: { b: 2 }, words: ["x"] });
});

test("entries of a map that only some environments have are left out elsewhere", async () => {
  const stack = await one("labels: { A: x }, environments: { prod: { labels: { B: y } } }");
  expect(stack.arguments("a_b").labels).toBe("${{for key, value in local.a_b_labels : key => value if value != null}}");
  expect(stack.locals()).toEqual({ a_b_labels: { A: "x", B: "${var.a_b.labels.B}" } });
  expect(stack.call("a_b").variable).toBe("object({ labels = object({ B = optional(string) }) })");
  expect(stack.values("a_b", "dev")).toEqual({ labels: {} });
});

test("what some environments lack has no local values: there, they would look into a variable that is null", async () => {
  const stack = await composed(`environments: { dev: {}, staging: {}, prod: {} }
version: 1
name: shop
region: us-east-1
services: { a: { b: { module: echo, only: [staging, prod], labels: { A: x }, environments: { prod: { labels: { B: y } } } } } }`);
  expect(stack.locals()).toEqual({});
  expect(String(stack.arguments("a_b").labels)).toContain('"B" = var.a_b.labels.B');
});

test("entries that all environments have need no such filter", async () => {
  const stack = await one("labels: { A: x, B: y }, environments: { prod: { labels: { B: z } } }");
  expect(stack.arguments("a_b").labels).toEqual({ A: "x", B: "${var.a_b.labels.B}" });
});

test("keys that are no identifiers get names, each its own", async () => {
  const stack = await one(
    'labels: { "GET /": a, "GET-": b, "7": c, A: d }, environments: { prod: { labels: { "GET /": e, "GET-": f, "7": g } } }',
  );
  expect(stack.arguments("a_b").labels).toEqual({
    "GET /": "${var.a_b.labels.GET_}",
    "GET-": "${var.a_b.labels.GET__2}",
    "7": "${var.a_b.labels._7}",
    A: "d",
  });
  expect(stack.values("a_b", "prod")).toEqual({ labels: { GET_: "e", GET__2: "f", _7: "g" } });
});

test("a component that one environment has varies in nothing", async () => {
  const stack = await one("only: [prod], text: x, environments: { prod: { text: y } }");
  expect(stack.arguments("a_b")).toEqual({ text: "y" });
  expect([stack.call("a_b").variable, stack.call("a_b").only]).toEqual([undefined, ["prod"]]);
});

test("an environment without the component says nothing of it", async () => {
  const head = "version: 1\nname: shop\nregion: us-east-1\nenvironments: { dev: {}, staging: {}, prod: {} }\n";
  const stack = await composed(
    `${head}services: { a: { b: { module: echo, only: [staging, prod], text: x, environments: { prod: { text: y } } } } }`,
  );
  expect(["dev", "staging", "prod"].map((name) => stack.values("a_b", name))).toEqual([
    undefined,
    { text: "x" },
    { text: "y" },
  ]);
});

test("a built-in is what it is in each environment, where another environment says something else", async () => {
  const stack = await one('text: "${environment}-${region}", environments: { prod: { text: plain } }');
  expect(stack.arguments("a_b")).toEqual({ text: "${var.a_b.text}" });
  expect([stack.values("a_b", "dev"), stack.values("a_b", "prod")]).toEqual([
    { text: "dev-us-east-1" },
    { text: "plain" },
  ]);
});

test("a reference that an environment replaces is refused", async () => {
  const spec = 'text: "${local.x} and ${local.y}", environments: { prod: { text: plain } }';
  await expect(one(spec)).rejects.toThrow("a value with ${local.x}, ${local.y} differs between environments");
});

test("a reference beside what differs stays", async () => {
  const stack = await one('labels: { A: "${local.x}", B: y }, environments: { prod: { labels: { B: z } } }');
  expect(stack.arguments("a_b").labels).toEqual({ A: "${local.x}", B: "${var.a_b.labels.B}" });
});

test("an entry with references that only some environments have is there where they say so", async () => {
  const spec = `services:
  a:
    one: { module: watched, thresholds: { most: 4 } }
    two: { module: watched, only: [prod] }
    all: { module: caller, watch: ["*"] }`;
  const stack = await composed(spec, { registry: callers });
  expect(stack.locals()).toMatchObject({
    a_all_entries: {
      "a.one.loud": { x: "${module.a_one.text}" },
      "a.two.loud": '${var.a_all.entries.a_two_loud == null ? null : {"x" = one(module.a_two[*].text)}}',
    },
  });
  expect(stack.call("a_all").variable).toContain("entries = object({ a_two_loud = optional(bool) })");
  expect(stack.values("a_all", "dev")).toMatchObject({ entries: {} });
  expect(stack.values("a_all", "prod")).toMatchObject({ entries: { a_two_loud: true } });
});
