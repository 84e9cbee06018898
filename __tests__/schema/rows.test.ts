import {
  boolean,
  inputRows,
  integer,
  jsonSchema,
  list,
  map,
  object,
  oneOf,
  optional,
  ordered,
  string,
} from "../../lib/schema";

const scaling = object(
  { min: integer({ minimum: 1, description: "Least." }), max: integer() },
  { rules: [ordered("min", "max")] },
);
const schema = object({
  name: string({ description: "The name.", pattern: "^[a-z]+$", message: "small letters", sensitive: true }),
  indexes: map(object({ scaling: optional(scaling) }), { default: {}, keys: "^a$" }),
  runtime: oneOf(["b"], { default: "b", ended: { a: "b" } }),
  flags: list(list(boolean()), { maxItems: 2, default: [] }),
});

test("rows go through inputs and all that is inside them", () => {
  const rows = inputRows(schema).map(({ name, type, required, depth }) => [name, type, required, depth]);
  expect(rows).toEqual([
    ["name", "string", true, 0],
    ["indexes", "map(object)", false, 0],
    ["indexes.*.scaling", "object", false, 1],
    ["indexes.*.scaling.min", "number", true, 2],
    ["indexes.*.scaling.max", "number", true, 2],
    ["runtime", "string", false, 0],
    ["flags", "list(list(bool))", false, 0],
  ]);
});

test("a row says what its schema says", () => {
  const [name, indexes] = inputRows(schema);
  expect(name).toMatchObject({ description: "The name.", default: undefined, demands: ["must be small letters"] });
  expect(indexes).toMatchObject({ description: "", default: {}, demands: ["keys must match ^a$"] });
});

test("the JSON Schema has the words of draft 07 and no others", () => {
  expect(jsonSchema(schema)).toEqual({
    type: "object",
    properties: {
      name: { type: "string", description: "The name.", pattern: "^[a-z]+$" },
      indexes: {
        type: "object",
        default: {},
        propertyNames: { pattern: "^a$" },
        additionalProperties: {
          type: "object",
          properties: {
            scaling: {
              type: "object",
              properties: { min: { type: "integer", minimum: 1, description: "Least." }, max: { type: "integer" } },
              required: ["min", "max"],
              additionalProperties: false,
            },
          },
          required: [],
          additionalProperties: false,
        },
      },
      runtime: { type: "string", default: "b", enum: ["b"] },
      flags: { type: "array", maxItems: 2, default: [], items: { type: "array", items: { type: "boolean" } } },
    },
    required: ["name"],
    additionalProperties: false,
  });
});
