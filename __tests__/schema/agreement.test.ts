import fc, { type GeneratorValue } from "fast-check";
import { check, map, object, type Schema, variable, variables, withDefaults } from "../../lib/schema";
import { ruled, schema, valueFor } from "./arbitrary";
import { apply } from "./terraform";

const seed = Date.now() % 2 ** 31;
const sample = <T>(numRuns: number, make: (g: GeneratorValue) => T): T[] =>
  fc.sample(fc.gen().map(make), { numRuns, seed });

const messages = (schema: Schema, value: unknown) => check(schema, value).map(({ message }) => message);
const lines = (texts: readonly string[]) =>
  texts
    .join("\n")
    .split("\n")
    .map((line) => line.trim())
    .sort();
const byName = <T, R>(values: readonly T[], name: string, make: (value: T, name: string) => R): Record<string, R> =>
  Object.fromEntries(values.map((value, i) => [`${name}${i}`, make(value, `${name}${i}`)]));

/** Many values per schema, as the entries of one map. */
const manyValues = (schemas: number, values: number) =>
  sample(schemas, (g) => {
    const one = map(schema(g, 3));
    return { schema: one, value: byName([...Array(values)], "case", () => valueFor(g, one.additionalProperties)) };
  });

test(`the same values are refused, with the same words (seed ${seed})`, () => {
  const cases = manyValues(60, 50);
  const { errors } = apply({
    "main.tf.json": { variable: byName(cases, "v", ({ schema }, name) => variable(name, schema)) },
    "terraform.tfvars.json": byName(cases, "v", ({ value }) => value),
  });
  const all = object(byName(cases, "v", ({ schema }) => schema));
  const expected = messages(
    all,
    byName(cases, "v", ({ value }) => value),
  );
  expect(expected.length).toBeGreaterThan(500);
  expect(lines(errors.map(({ message }) => message))).toEqual(lines(expected));
});

test(`the same defaults come in (seed ${seed})`, () => {
  const cases = manyValues(60, 50).map(({ schema, value }) => ({
    schema: map(schema.additionalProperties),
    value: Object.fromEntries(
      Object.entries(value).filter(([, one]) => !check(schema.additionalProperties, one).length),
    ),
  }));
  const { errors, outputs } = apply({
    "main.tf.json": {
      variable: byName(cases, "v", ({ schema }, name) => variable(name, schema)),
      output: byName(cases, "v", (_, name) => ({ value: `\${var.${name}}` })),
    },
    "terraform.tfvars.json": byName(cases, "v", ({ value }) => value),
  });
  expect(errors).toEqual([]);
  expect(withoutNulls(outputs)).toEqual(byName(cases, "v", ({ schema, value }) => withDefaults(schema, value)));
});

function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== "object" || value === null) return value;
  const there = Object.entries(value).filter(([, item]) => item !== null);
  return Object.fromEntries(there.map(([key, item]) => [key, withoutNulls(item)]));
}

// Terraform skips a rule that reads an input which is itself refused, so here it may say less than we do.
test(`the inputs of a module keep the same rules (seed ${seed})`, () => {
  const calls = sample(150, (g) => {
    const inputs = ruled(g, 0);
    return { inputs, value: valueFor(g, inputs) as object };
  });
  const modules = Object.entries(byName(calls, "c", ({ inputs }) => ({ variable: variables(inputs) })));
  const { errors } = apply({
    "main.tf.json": {
      variable: byName(calls, "c", () => ({ type: "any" })),
      module: byName(calls, "c", ({ value }, name) => ({ source: `./${name}`, ...passed(name, value) })),
    },
    "terraform.tfvars.json": byName(calls, "c", ({ value }) => value),
    ...Object.fromEntries(modules.map(([name, file]) => [`${name}/main.tf.json`, file])),
  });
  const ours = byName(calls, "c", ({ inputs, value }) => lines(messages(inputs, value)));
  const refused = Object.keys(ours).filter((name) => ours[name]?.join(""));
  expect(refused.length).toBeGreaterThan(50);
  expect([...new Set(errors.map(({ module }) => module))].sort()).toEqual(refused.sort());
  for (const { module, message } of errors)
    expect(ours[module as string]).toEqual(expect.arrayContaining(lines([message])));
});

/** Arguments by way of a variable: plain ones are checked before Terraform looks at other inputs. */
const passed = (name: string, value: object) =>
  Object.fromEntries(Object.keys(value).map((key) => [key, `\${var.${name}.${key}}`]));
