import {
  bareType,
  boolean,
  exactlyOneOf,
  integer,
  list,
  map,
  number,
  object,
  oneOf,
  optional,
  present,
  requiredWhen,
  type Schema,
  string,
  terraformType,
  variable,
  variables,
} from "../../lib/schema";
import { apply } from "./terraform";

test.each<[Schema, string]>([
  [string(), "string"],
  [oneOf(["a"]), "string"],
  [integer(), "number"],
  [boolean(), "bool"],
  [list(map(number())), "list(map(number))"],
  [object({}), "object({})"],
  [object({ a: string(), b: optional(list(string())) }), "object({ a = string, b = optional(list(string)) })"],
  [
    object({ a: boolean({ default: false }), b: integer({ default: 0 }) }),
    "object({ a = optional(bool, false), b = optional(number, 0) })",
  ],
  [object({ a: string({ default: "" }) }), 'object({ a = optional(string, "") })'],
  [
    object({ a: map(string(), { default: { "GET /a": "b" } }) }),
    'object({ a = optional(map(string), {"GET /a" = "b"}) })',
  ],
  [
    object({ a: string({ default: '${a} %{b} $${c} "\b' }) }),
    'object({ a = optional(string, "$${a} %%{b} $$${c} \\"\\u0008") })',
  ],
])("%# %j as a type", (schema, type) => {
  expect(terraformType(schema)).toBe(type);
});

test("the bare type has no defaults and asks for no member", () => {
  const inner = object({ a: string(), b: integer({ default: 1 }) });
  expect(bareType(map(object({ inner, list: list(inner, { default: [] }) })))).toBe(
    "map(object({ inner = optional(object({ a = optional(string), b = optional(number) })), " +
      "list = optional(list(object({ a = optional(string), b = optional(number) }))) }))",
  );
});

test.each<[Schema, object]>([
  [string(), { type: "string", nullable: false }],
  [optional(string()), { type: "string", default: null }],
  [boolean({ default: false }), { type: "bool", default: false, nullable: false }],
  [map(string(), { default: {} }), { type: "map(string)", default: {}, nullable: false }],
  [
    string({ description: "A ${b}.", sensitive: true }),
    { type: "string", description: "A ${b}.", sensitive: true, nullable: false },
  ],
  [
    integer({ default: 1, minimum: 0 }),
    {
      type: "number",
      default: 1,
      nullable: false,
      validation: [
        {
          condition: "${floor(var.it) == var.it && var.it >= 0}",
          error_message: expect.stringContaining("it must be at least 0, got ${var.it}"),
        },
      ],
    },
  ],
  [
    optional(string({ pattern: "^[a-z]+$", message: "small letters" })),
    {
      type: "string",
      default: null,
      validation: [
        {
          condition: '${var.it == null ? true : can(regex("^[a-z]+$", var.it))}',
          error_message: '${var.it == null ? "" : "it must be small letters, got \\"${var.it}\\""}',
        },
      ],
    },
  ],
])("%# %j as a variable", (schema, block) => {
  expect(variable("it", schema)).toEqual(block);
});

test("a name that Terraform keeps for itself is no input", () => {
  expect(() => variables(object({ version: string(), count: string(), name: string() }))).toThrow("version, count");
});

test("rules between inputs are in the first input that they read, so that no two inputs wait for each other", () => {
  const fields = { a: optional(string()), b: optional(string()), c: optional(string()) };
  const made = variables(
    object(fields, {
      rules: [requiredWhen("b", present("a")), requiredWhen("c", present("b")), exactlyOneOf("c", "a")],
    }),
  );
  const reads = Object.values(made).map(({ validation }) =>
    [...new Set(validation?.[0].condition.match(/var\.\w/g))].sort(),
  );
  expect(reads).toEqual([["var.a", "var.b", "var.c"], ["var.b", "var.c"], []]);
});

test("text is text: nothing in a default, a description, a key or a message is evaluated", () => {
  const nasty = [
    '${file("/etc/hostname")}',
    "%{ if true }x%{ endif }",
    '"}',
    "a\nb\\",
    "$${x}",
    "$$${x}",
    "\b\f\u2028",
    "%%{x}",
  ];
  const fields = Object.fromEntries(nasty.map((text, i) => [`v${i}`, string({ default: text, description: text })]));
  const maps = object({
    all: map(string(), { default: Object.fromEntries(nasty.map((text) => [text, text])) }),
    of: object(fields, { default: {} }),
  });
  const { errors, outputs } = apply({
    "main.tf.json": {
      variable: { ...variables(object(fields)), it: variable("it", object({ maps }, { default: { maps: {} } })) },
      output: {
        fields: { value: Object.keys(fields).map((name) => `\${var.${name}}`) },
        it: { value: "${var.it.maps}" },
      },
    },
  });
  expect(errors).toEqual([]);
  expect(outputs.fields).toEqual(nasty);
  expect(outputs.it).toEqual({
    all: Object.fromEntries(nasty.map((text) => [text, text])),
    of: Object.fromEntries(nasty.map((text, i) => [`v${i}`, text])),
  });
});
