import { stepInto } from "./name";
import type { Rule } from "./rules/rule";
import type { ObjectSchema, Schema } from "./schema";

/** @throws Error when a lower bound is above its upper bound. */
export function assertRange(least: number | undefined, most: number | undefined): void {
  if (least !== undefined && most !== undefined && least > most) {
    throw new Error(`the lower bound ${least} is above the upper bound ${most}`);
  }
}

const NAME = /^[a-z][a-z0-9_]*$/;

/** @throws Error when a member's name is none that Terraform takes, or a rule could never be kept or broken. */
export function assertObject(schema: ObjectSchema): void {
  const bad = Object.keys(schema.properties).filter((name) => !NAME.test(name));
  if (bad.length) throw new Error(`members must have names in snake_case: ${bad.join(", ")}`);
  for (const rule of schema.rules ?? []) assertRule(schema, rule);
}

function assertRule(
  schema: ObjectSchema,
  { keyword, paths, absentable = [], shown = [], conditions = [] }: Rule,
): void {
  const fail = (why: string) => {
    throw new Error(`${keyword}: ${why}`);
  };
  for (const path of paths) if (!steps(schema, path).at(-1)) fail(`${path} is not there`);
  for (const path of absentable) if (!steps(schema, path).some((one) => one?.optional)) fail(`${path} is not optional`);
  for (const path of shown) if (steps(schema, path).some((one) => one?.sensitive)) fail(`${path} is sensitive`);
  for (const { path, value } of conditions) {
    if (value !== undefined && !canBe(steps(schema, path).at(-1), value)) fail(`${path} is never ${value}`);
  }
}

/** The schemas on the way to a path. */
const steps = (schema: Schema, path: string): (Schema | undefined)[] => {
  let at: Schema | undefined = schema;
  return path.split(".").map((key) => {
    at = stepInto(at, key);
    return at;
  });
};

function canBe(schema: Schema | undefined, value: string | number | boolean): boolean {
  if (schema?.enum) return schema.enum.includes(String(value));
  return schema?.type === (typeof value === "number" && schema?.type === "integer" ? "integer" : typeof value);
}
