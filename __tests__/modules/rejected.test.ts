import { check, type Fields, type Rule, type Schema } from "../../lib/schema";
import { registry } from "../../modules";

/** A schema without rules but one, in the object at a path. */
function only(schema: Schema, [key, ...rest]: readonly string[], rule: Rule, isHere = true): Schema {
  const inside = (step: string, one: Schema) => only(one, rest, rule, isHere && step === key);
  const { properties, items, additionalProperties } = schema;
  return {
    ...schema,
    rules: isHere && key === undefined ? [rule] : [],
    ...(properties && { properties: mapValues(properties, inside) }),
    ...(items && { items: inside("*", items) }),
    ...(additionalProperties && { additionalProperties: inside("*", additionalProperties) }),
  };
}
const mapValues = (fields: Fields, change: (key: string, one: Schema) => Schema) =>
  Object.fromEntries(Object.entries(fields).map(([key, one]) => [key, change(key, one)]));

/** Every rule of a schema, and the way to the object that carries it. */
function rulesIn(schema: Schema, path: readonly string[] = []): (readonly [path: readonly string[], rule: Rule])[] {
  const entry = schema.items ?? schema.additionalProperties;
  const inner = Object.entries(entry ? { "*": entry } : (schema.properties ?? {}));
  const own = (schema.rules ?? []).map((rule) => [path, rule] as const);
  return [...own, ...inner.flatMap(([key, one]) => rulesIn(one, [...path, key]))];
}

const rules = [...registry.values()].flatMap((module) =>
  rulesIn(module.inputs).map(
    ([path, rule]) => [module.name, path.join(".") || "inputs", rule.summary, module, path, rule] as const,
  ),
);
test.each(rules)("%s names a call that breaks, in its %s: %s", (...[, , , { inputs, rejected = {} }, path, rule]) => {
  const schema = only(inputs, path, rule);
  const broken = Object.values(rejected).map((call) => check(schema, call).map(({ keyword }) => keyword));
  expect(broken).toContainEqual([rule.keyword]);
});
