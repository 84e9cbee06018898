import type { ErrorObject, ValidateFunction } from "ajv";
import { isRecord, withDefaults } from "./defaults";
import { breaches, type IsSettled } from "./facts";
import { jsonSchema } from "./json-schema";
import { type Problem, problemsOf } from "./problem";
import type { Schema } from "./schema";

/** Whether a value is known only to Terraform. */
export type IsUnknown = (value: unknown) => boolean;

/**
 * Everything that is wrong with a value; empty where nothing is. Defaults may be left out. Values for which `isUnknown`
 * holds are known only to Terraform: they pass with all that is inside them, and so do the rules that depend on them.
 */
export function check(
  schema: Schema,
  value: unknown,
  { isUnknown = () => false }: { readonly isUnknown?: IsUnknown } = {},
): Problem[] {
  const { data, unknowns } = standIns(value, isUnknown);
  const errors = errorsOf(schema, data).filter(({ instancePath }) => !isInside(unknowns, instancePath));
  const mistyped = new Set(errors.filter(isMistyped).map(({ instancePath }) => instancePath));
  const isSettled: IsSettled = (item, path) => item !== UNKNOWN && !mistyped.has(pointer(path));
  const complete = withDefaults(schema, data);
  return [...errors.flatMap((error) => problemsOf(schema, error)), ...breaches(schema, complete, isSettled)];
}

const compiled = new WeakMap<Schema, ValidateFunction>();

function errorsOf(schema: Schema, data: unknown): ErrorObject[] {
  let validate = compiled.get(schema);
  if (!validate) {
    // Here and not above: loading ajv takes longer than the command line may take to start.
    const { Ajv } = require("ajv") as typeof import("ajv");
    validate = new Ajv({
      allErrors: true,
      ownProperties: true,
      verbose: true,
      meta: false,
      validateSchema: false,
    }).compile(jsonSchema(schema));
    compiled.set(schema, validate);
  }
  return validate(data) ? [] : (validate.errors ?? []);
}

const isMistyped = ({ keyword, data }: ErrorObject) => keyword === "type" && typeof data !== "number";

/** Stands for a value that only Terraform knows. */
const UNKNOWN = Symbol("unknown");

/** A copy that ajv may look into: without members that are undefined, with a stand-in for what is unknown. */
function standIns(value: unknown, isUnknown: IsUnknown): { data: unknown; unknowns: Set<string> } {
  const unknowns = new Set<string>();
  const copy = (item: unknown, place: string): unknown => {
    if (isUnknown(item)) {
      unknowns.add(place);
      return UNKNOWN;
    }
    if (Array.isArray(item)) return item.map((one, i) => copy(one, `${place}/${i}`));
    if (!isRecord(item)) return item;
    const there = Object.entries(item).filter(([, one]) => one !== undefined);
    return Object.fromEntries(there.map(([key, one]) => [key, copy(one, place + pointer([key]))]));
  };
  return { data: copy(value, ""), unknowns };
}

/** A path as a JSON pointer. */
const pointer = (path: readonly string[]) =>
  path.map((key) => `/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");

const isInside = (places: ReadonlySet<string>, place: string) =>
  place.split("/").some((_, i, keys) => places.has(keys.slice(0, i + 1).join("/")));
