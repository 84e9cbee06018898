import { execFileSync } from "node:child_process";
import {
  boolean,
  check,
  integer,
  list,
  map,
  number,
  object,
  oneOf,
  optional,
  type Schema,
  string,
} from "../../lib/schema";

const name = { pattern: "^[A-Za-z0-9_.-]+$", message: "letters, digits, _ . -", minLength: 3, maxLength: 5 };
const messages = (schema: Schema, value: unknown) =>
  check(object({ it: schema }), { it: value }).map((one) => one.message);

test.each<[Schema, unknown, string]>([
  [integer({ minimum: 128 }), 64, "it must be at least 128, got 64"],
  [integer({ maximum: 3 }), 4, "it must be at most 3, got 4"],
  [integer(), 1.5, "it must be a whole number, got 1.5"],
  [number(), "1", 'it must be a number, got "1"'],
  [string(), 1, "it must be a string, got 1"],
  [string(), null, "it must be a string, got null"],
  [boolean(), "true", 'it must be true or false, got "true"'],
  [list(string()), {}, "it must be a list, got a map"],
  [map(string()), [], "it must be a map, got a list"],
  [string(name), "ab", "it must have at least 3 characters, has 2"],
  [string(name), "a b", 'it must be letters, digits, _ . -, got "a b"'],
  [string({ pattern: "^a$" }), "b", 'it must match ^a$, got "b"'],
  [string({ maxLength: 1 }), "😀😀", "it must have at most 1 character, has 2"],
  [oneOf(["S", "N"]), "Q", 'it must be one of S, N, got "Q"'],
  [oneOf(["S"]), "Q", 'it must be S, got "Q"'],
  [oneOf(["node22"], { ended: { node14: "node22" } }), "node14", 'it "node14" has been ended by AWS: use "node22"'],
  [list(string(), { minItems: 2 }), ["a"], "it must have at least 2 items, has 1"],
  [map(string(), { maxProperties: 1 }), { a: "", b: "" }, "it must have at most 1 entry, has 2"],
  [map(string(), { keys: "^a$" }), { b: "" }, 'key "b" of it must match ^a$'],
  [map(string(), { keys: "^a$", keysMessage: "the letter a" }), { b: "" }, 'key "b" of it must be the letter a'],
  [map(list(integer())), { "a/b~c": [1, "x"] }, 'it["a/b~c"][1] must be a whole number, got "x"'],
  [object({ a: string() }), {}, "it.a is required"],
  [object({ size: string() }), { size: "", sise: "" }, 'unknown key "sise" in it, did you mean "size"?'],
  [object({ constructor: optional(string()) }), {}, ""],
])("%# %j", (schema, value, message) => {
  expect(messages(schema, value).join()).toBe(message);
});

test("all problems come at once, each with its place, value and what is allowed", () => {
  const schema = object({ name: string({ description: "The name." }), mode: oneOf(["fast", "slow"]) });
  expect(check(schema, { mode: "fasst", nam: 1 })).toEqual([
    { path: [], keyword: "required", message: "name is required", value: undefined, help: "The name." },
    {
      path: ["nam"],
      keyword: "additionalProperties",
      message: 'unknown key "nam", did you mean "name"?',
      value: 1,
      allowed: ["name", "mode"],
    },
    {
      path: ["mode"],
      keyword: "enum",
      message: 'mode must be one of fast, slow, got "fasst"',
      value: "fasst",
      allowed: ["fast", "slow"],
      help: 'did you mean "fast"?',
    },
  ]);
});

test("members that are undefined are as good as left out", () => {
  expect(check(object({ a: optional(string()), b: string({ default: "" }) }), { a: undefined, b: undefined })).toEqual(
    [],
  );
});

test("a sensitive value is in no problem", () => {
  const problems = check(object({ tokens: map(string({ sensitive: true, minLength: 9 })) }), {
    tokens: { a: "hunter2", b: 2 },
  });
  expect(problems).toHaveLength(2);
  expect(JSON.stringify(problems)).not.toMatch(/hunter2|got 2/);
});

class Reference {}
const isUnknown = (value: unknown) => value instanceof Reference;
const later = new Reference();

test("values that only Terraform knows pass wherever they are, and only they", () => {
  const entry = object({ arn: string({ pattern: "^arn:[a-z]+$" }), size: integer({ minimum: 1 }) });
  const schema = object({
    arn: string({ minLength: 9 }),
    entries: map(entry, { minProperties: 1 }),
    list: list(oneOf(["a"]), { maxItems: 2 }),
    whole: entry,
    map: map(string(), { keys: "^a$" }),
  });
  const given = {
    arn: later,
    entries: { x: { arn: later, size: 0 }, y: later },
    list: [later, "b"],
    whole: later,
    map: later,
  };
  expect(check(schema, given, { isUnknown }).map(({ message }) => message)).toEqual([
    'entries["x"].size must be at least 1, got 0',
    'list[1] must be a, got "b"',
  ]);
  expect(check(schema, later, { isUnknown })).toEqual([]);
});

test("the size of what holds unknown values is still known", () => {
  const schema = object({ list: list(string(), { maxItems: 1 }) });
  expect(check(schema, { list: [later, later] }, { isUnknown })).toMatchObject([{ keyword: "maxItems" }]);
});

test("ajv is loaded by the first check, not before", () => {
  const script = `
    const schema = require("./lib/schema");
    const isLoaded = () => Object.keys(require.cache).some((file) => file.includes("node_modules/ajv/"));
    const before = isLoaded();
    schema.check(schema.string(), "");
    console.log(before, isLoaded());
  `;
  expect(execFileSync(process.execPath, ["--require", "tsx/cjs", "--eval", script], { encoding: "utf8" })).toBe(
    "false true\n",
  );
});
