import {
  absent,
  atMostOneOf,
  check,
  definedIn,
  exactlyOneOf,
  forbiddenWhen,
  integer,
  is,
  list,
  map,
  object,
  oneOf,
  optional,
  ordered,
  present,
  requiredWhen,
  type Schema,
  string,
  usedBy,
} from "../../lib/schema";

const fields = {
  image: optional(string()),
  code: optional(object({ bucket: optional(string()), key: optional(string()) })),
  mode: oneOf(["fixed", "free"], { default: "free" }),
  min: optional(integer()),
  max: optional(integer()),
  hash: optional(string()),
  attributes: map(string(), { default: {} }),
  indexes: map(object({ hash: optional(string()), more: list(string(), { default: [] }) }), { default: {} }),
};
const oneSource = object(fields, { rules: [exactlyOneOf("image", "code.bucket")] });
const atMostOne = object(fields, { rules: [atMostOneOf("image", "code", "hash")] });
const fixed = object(fields, {
  rules: [requiredWhen("max", is("mode", "fixed")), forbiddenWhen("min", is("mode", "free"))],
});
const pair = object(fields, {
  rules: [requiredWhen("code.key", present("code.bucket")), forbiddenWhen("code.key", absent("image"))],
});
const range = object(fields, { rules: [ordered("min", "max")] });
const paths = ["hash", "indexes.*.hash", "indexes.*.more.*"] as const;
const keys = object(fields, { rules: [definedIn(paths, "attributes"), usedBy("attributes", paths)] });

test.each<[Schema, object, string[]]>([
  [oneSource, { image: "a" }, []],
  [oneSource, { code: { bucket: "a" } }, []],
  [oneSource, {}, ["exactly one of image, code.bucket must be set, got none"]],
  [
    oneSource,
    { image: "a", code: { bucket: "a" } },
    ["exactly one of image, code.bucket must be set, got image and code.bucket"],
  ],
  [atMostOne, { hash: "a" }, []],
  [atMostOne, { image: "a", hash: "a" }, ["at most one of image, code, hash may be set, got image and hash"]],
  [fixed, { mode: "fixed", min: 1, max: 2 }, []],
  [fixed, { mode: "fixed" }, ['max is required when mode is "fixed"']],
  [fixed, { min: 1 }, ['min must not be set when mode is "free"']],
  [pair, { code: { bucket: "a" } }, ["code.key is required when code.bucket is set"]],
  [pair, { code: { key: "a" } }, ["code.key must not be set when image is not set"]],
  [range, { min: 3 }, []],
  [range, { min: 3, max: 3 }, []],
  [range, { min: 3, max: 2 }, ["min must not be above max, got 3 and 2"]],
  [keys, { hash: "a", attributes: { a: "", b: "" }, indexes: { x: { more: ["b"] } } }, []],
  [keys, { hash: "a" }, ['hash "a" is not defined in attributes: add it there or correct the name']],
  [
    keys,
    { indexes: { x: { hash: "a", more: ["toString"] } } },
    [
      'indexes["x"].hash "a" is not defined in attributes: add it there or correct the name',
      'indexes["x"].more[0] "toString" is not defined in attributes: add it there or correct the name',
    ],
  ],
  [
    keys,
    { attributes: { a: "" } },
    ['attributes["a"] is not used by hash, indexes.*.hash, indexes.*.more.*: remove it'],
  ],
])("%# %j", (schema, value, messages) => {
  expect(check(schema, value).map(({ message }) => message)).toEqual(messages);
});

test("a rule deep inside names what it is about from the top, and where that is", () => {
  const problems = check(object({ tables: map(keys) }), { tables: { orders: { attributes: { "a b": "S" } } } });
  expect(problems).toEqual([
    {
      path: ["tables", "orders", "attributes", "a b"],
      keyword: "usedBy",
      message: 'tables["orders"].attributes["a b"] is not used by hash, indexes.*.hash, indexes.*.more.*: remove it',
      value: "S",
    },
  ]);
});

const later = Symbol("later");
const isUnknown = (value: unknown) => value === later;

test.each<[Schema, object]>([
  [oneSource, { image: later, code: { bucket: "a" } }],
  [oneSource, { code: later }],
  [fixed, { mode: later, min: 1 }],
  [pair, { code: later }],
  [range, { min: later, max: 2 }],
  [keys, { hash: later, attributes: { a: "" } }],
  [keys, { hash: "a", attributes: later }],
  [keys, { attributes: { a: "" }, indexes: { x: later } }],
  [keys, { attributes: { a: "" }, indexes: { x: { more: [later] } } }],
])("%# waits for values that only Terraform knows", (schema, value) => {
  expect(check(schema, value, { isUnknown })).toEqual([]);
});

test("what does not depend on an unknown value is still checked", () => {
  const value = { hash: later, attributes: {}, indexes: { x: { hash: "a" } } };
  expect(check(keys, value, { isUnknown })).toMatchObject([{ keyword: "definedIn", path: ["indexes", "x", "hash"] }]);
});

test("a rule shows no sensitive value", () => {
  const schema = object(
    { key: optional(string({ sensitive: true })) },
    { rules: [forbiddenWhen("key", present("key"))] },
  );
  expect(check(schema, { key: "hunter2" })).toMatchObject([
    { value: "(sensitive)", message: "key must not be set when key is set" },
  ]);
});

test("a member of the wrong type is one problem, not two", () => {
  expect(check(keys, { hash: "a", attributes: ["a"] })).toMatchObject([{ keyword: "type" }]);
});

test.each([
  [() => object({ a: string() }, { rules: [exactlyOneOf("a")] }), "exactlyOneOf: a is not optional"],
  [() => object({ a: string({ default: "" }) }, { rules: [forbiddenWhen("a", present("a"))] }), "a is not optional"],
  [() => object(fields, { rules: [requiredWhen("min", is("mode", "fixd"))] }), "mode is never fixd"],
  [() => object(fields, { rules: [requiredWhen("min", is("max", "1"))] }), "max is never 1"],
  [
    () => object({ ...fields }, { rules: [ordered<never>("min" as never, "mix" as never)] }),
    "ordered: mix is not there",
  ],
  [() => object({ a: integer({ sensitive: true }), b: integer() }, { rules: [ordered("a", "b")] }), "a is sensitive"],
  [() => object({ aB: string() }), "names in snake_case: aB"],
  [() => integer({ minimum: 2, maximum: 1 }), "the lower bound 2 is above the upper bound 1"],
])("%# a schema that makes no sense is refused when it is built", (build, message) => {
  expect(build).toThrow(message);
});
