import { Mention } from "../../lib/spec";
import { load, problems } from "./project";

const one = async (inputs: string, environment = "dev") =>
  (await load(`services: { a: { b: { module: echo, ${inputs} } } }`)).values("a.b", environment);

test.each([
  ["3.10", "3.10"],
  ["012345678901", "012345678901"],
  ["1e3", "1e3"],
  ["0x10", "0x10"],
  ["yes", "yes"],
  ["true", "true"],
  ["2026-01-02", "2026-01-02"],
  ['"null"', "null"],
  ['""', ""],
  ['"%{ if true }"', "%{ if true }"],
  ["'${file(\"x\")}'", '${file("x")}'],
  ['"$${a.b.c}"', "${a.b.c}"],
  ['"$$${a.b.c}"', "$${a.b.c}"],
  ['"e\\u0301"', "\u00e9"],
])("where the schema says string, %s is the text %j", async (written, text) => {
  expect(await one(`text: ${written}`)).toEqual({ text });
});

test("numbers and booleans are what the schema says", async () => {
  expect(await one("count_of: -12, flag: false, entries: { one: { y: 0 } }")).toEqual({
    count_of: -12,
    flag: false,
    entries: { one: { y: 0 } },
  });
});

test("keys are data: nothing in them is a reference", async () => {
  expect(await one('labels: { "${a.b.c}": x, "GET /{id}": y, "1": z }')).toEqual({
    labels: { "1": "z", "${a.b.c}": "x", "GET /{id}": "y" },
  });
});

test("a reference is a mention wherever a value may stand", async () => {
  const { values } = (
    await load("services: { a: { b: { module: echo, count_of: '${local.n}', words: [x, '${region}'] } } }")
  ).component("a.b");
  expect(values.dev?.count_of).toBeInstanceOf(Mention);
  expect(values.dev?.words).toEqual(["x", expect.any(Mention)]);
});

test("an account with a leading zero stays what it is", async () => {
  const { project } = await load(
    "version: 1\nname: shop\nregion: us-east-1\nenvironments: { dev: {}, prod: { account: 012345678901, region: eu-west-1 } }",
  );
  expect(project.environments.map(({ settings }) => settings)).toEqual([
    { region: "us-east-1" },
    { account: "012345678901", region: "eu-west-1" },
  ]);
});

test("top-level keys that start with x- are ignored, and merge keys work", async () => {
  const spec = "x-common: &common { module: echo, text: shared }\nservices: { a: { b: { <<: *common, flag: true } } }";
  expect((await load(spec)).values("a.b", "dev")).toEqual({ text: "shared", flag: true });
});

describe("the values of one environment", () => {
  const spec = (text: string) =>
    `version: 1
name: shop
region: us-east-1
environments: { dev: {}, prod: { account: 111122223333, region: eu-west-1 } }
services: { a: { b: { module: echo, environments: { prod: { text: '${text}', words: ['${text}'] } } } } }`;

  test.each([
    ["${environment}", "prod"],
    ["${name}-${environment}-${region}", "shop-prod-eu-west-1"],
    ["${account}", "111122223333"],
    ["$${environment}", "${environment}"],
    ["${environment} $${x} ${y z}", "prod ${x} ${y z}"],
  ])("%s there is %s", async (written, text) => {
    expect((await load(spec(written))).values("a.b", "prod")).toEqual({ text, words: [text] });
  });
});

test("a value of another environment is told of none", async () => {
  const spec = "services: { a: { b: { module: echo, environments: { prod: { text: x } } } } }";
  expect((await load(spec)).values("a.b", "dev")).toEqual({});
});

test("a list cannot stand inside a longer text, and fits where a list is wanted", async () => {
  expect(
    await problems(`services:
  a:
    b: { module: echo }
    text: { module: echo, text: "\${a.b.word_list} and more" }
    whole: { module: echo, text: "\${a.b.word_list}" }
    list: { module: echo, words: "\${a.b.word_list}" }
    number: { module: echo, count_of: "\${a.b.text}" }`),
  ).toEqual([
    "groundplan.yaml:8:33 a.b.word_list is a list, which cannot stand inside a longer text",
    "groundplan.yaml:9:34 a.b.word_list is a list, where a text is wanted",
    "groundplan.yaml:11:39 a.b.text is a text, where a number is wanted",
  ]);
});
