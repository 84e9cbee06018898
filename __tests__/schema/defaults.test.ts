import { boolean, integer, list, map, object, optional, string, withDefaults } from "../../lib/schema";

const schema = object({
  on: boolean({ default: false }),
  size: integer({ default: 0 }),
  text: string({ default: "" }),
  tags: map(string(), { default: { "GET /a": "", LOG_LEVEL: "x" } }),
  inner: object(
    { on: boolean({ default: true }), deep: object({ n: integer({ default: 7 }) }, { default: {} }) },
    { default: {} },
  ),
  none: optional(object({ n: integer({ default: 7 }) })),
  entries: map(object({ items: list(object({ n: integer({ default: 7 }) }), { default: [{}] }) }), { default: {} }),
});
const complete = {
  on: false,
  size: 0,
  text: "",
  tags: { "GET /a": "", LOG_LEVEL: "x" },
  inner: { on: true, deep: { n: 7 } },
  entries: {},
};

test("defaults come in at any depth, as they are written", () => {
  expect(withDefaults(schema, {})).toEqual(complete);
  expect(withDefaults(schema, { none: {}, entries: { a: {}, b: { items: [{ n: 1 }, {}] } } })).toEqual({
    ...complete,
    none: { n: 7 },
    entries: { a: { items: [{ n: 7 }] }, b: { items: [{ n: 1 }, { n: 7 }] } },
  });
});

test("the value given is copied, never changed, and nor is the default", () => {
  const given = Object.freeze({ inner: Object.freeze({}), on: undefined });
  const copy = withDefaults(schema, given);
  copy.tags.extra = "y";
  expect(given).toEqual({ inner: {} });
  expect(withDefaults(schema, given)).toEqual(complete);
});

test("what is no plain data is kept as it is", () => {
  class Mention {}
  const mention = new Mention();
  const tagged = { [Symbol("state")]: 1 };
  const copy = withDefaults(schema, { inner: mention, entries: { a: { items: [tagged] } } });
  expect(copy.inner).toBe(mention);
  expect(copy.entries.a?.items[0]).toBe(tagged);
});

test("keys that JavaScript objects have of themselves are keys like others", () => {
  const given = JSON.parse('{ "tags": { "__proto__": "a", "constructor": "b" } }');
  expect(JSON.stringify(withDefaults(schema, given).tags)).toBe('{"__proto__":"a","constructor":"b"}');
});
