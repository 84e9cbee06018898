import { expr, omitNull, type Part, reference, template } from "../expression";
import { bareType, type Schema } from "../schema";
import { CodeFolder, labelOf, Mention, type Value } from "../spec";
import type { Translation } from "./values";

/** A value of one input in each environment that has the component; undefined where it is not given. */
export type ByEnvironment = ReadonlyMap<string, Value | undefined>;

/** A value as the composition holds it: an argument, and what each environment must say of it. */
export interface Varied {
  readonly argument: Part;
  /** The Terraform type of what differs; absent where nothing does. */
  readonly type?: string;
  /** What differs, by environment. */
  readonly values?: ReadonlyMap<string, unknown>;
  /** Whether some environment says nothing. */
  readonly sparse?: boolean;
}

/**
 * Splits a value into what all environments share and what differs: objects and maps by key, everything else whole.
 * @param place HCL of the place where the environments' values arrive: `var.orders_table.billing_mode`
 */
export function vary(
  schema: Schema | undefined,
  values: ByEnvironment,
  place: string,
  translation: Translation,
): Varied {
  const all = [...values.values()];
  const [first] = all;
  if (first !== undefined && all.every((value) => isEqual(value, first)))
    return { argument: shared(first, translation) };
  return all.every(isObject)
    ? varyMembers(schema, values, place, translation)
    : leaf(schema, values, place, translation);
}

/** Places below a code folder are packages, which the composition finds beside itself. */
const shared = (value: Value, translation: Translation): Part =>
  isObject(value)
    ? Object.fromEntries(
        members(value).map(([key, item]) => [
          translation.argument(key) as string,
          code(key, item, translation) ?? shared(item, translation),
        ]),
      )
    : translation.argument(value);

const code = (key: string, value: Value | undefined, { artifact }: Translation): Part | undefined => {
  if (!(value instanceof CodeFolder)) return undefined;
  const { name, hash } = artifact(value);
  return key === "filename" ? template([reference("path.module"), `/.artifacts/${name}`]) : hash;
};

function varyMembers(
  schema: Schema | undefined,
  values: ByEnvironment,
  place: string,
  translation: Translation,
): Varied {
  const keys = [...new Set([...values.values()].flatMap((value) => Object.keys(value as object)))];
  const names = labelsOf(keys);
  const members = keys.map((key) => {
    const inner = new Map(
      [...values].map(([environment, value]) => [environment, (value as Record<string, Value>)[key]]),
    );
    const name = names.get(key) as string;
    return { key, name, varied: member(schema, key, inner, `${place}.${name}`, translation) };
  });
  return assemble(schema, members, [...values.keys()], translation);
}

interface Member {
  readonly key: string;
  readonly name: string;
  readonly varied: Varied;
}

function member(
  schema: Schema | undefined,
  key: string,
  values: ByEnvironment,
  place: string,
  translation: Translation,
): Varied {
  const inner = schema?.properties?.[key] ?? schema?.additionalProperties;
  return [...values.values()].some((value) => value instanceof CodeFolder)
    ? codeMember(key, values, place, translation)
    : vary(inner, values, place, translation);
}

/** A package whose code differs: the environment names the file, the composition knows where it lies. */
function codeMember(key: string, values: ByEnvironment, place: string, translation: Translation): Varied {
  const file = (value: Value | undefined) =>
    value instanceof CodeFolder ? translation.artifact(value)[key === "filename" ? "name" : "hash"] : undefined;
  const chosen = new Map([...values].map(([environment, value]) => [environment, file(value)]));
  const names = [...chosen.values()];
  if (names[0] !== undefined && names.every((name) => name === names[0]))
    return { argument: code(key, [...values.values()][0], translation) as Part };
  const sparse = names.includes(undefined);
  const type = sparse ? "optional(string)" : "string";
  return { argument: key === "filename" ? pathOf(place, sparse) : reference(place), type, values: chosen, sparse };
}

function pathOf(place: string, sparse: boolean): Part {
  const file = template([reference("path.module"), "/.artifacts/", reference(place)]);
  return sparse ? expr`${reference(place)} == null ? null : ${file}` : file;
}

function assemble(
  schema: Schema | undefined,
  members: readonly Member[],
  environments: readonly string[],
  translation: Translation,
): Varied {
  const differing = members.filter(({ varied }) => varied.type !== undefined);
  const object = Object.fromEntries(
    members.map(({ key, varied }) => [translation.argument(key) as string, varied.argument]),
  );
  const isMap = schema?.additionalProperties !== undefined;
  return {
    argument: isMap && differing.some(({ varied }) => varied.sparse) ? omitNull(object as never) : (object as Part),
    type: `object({ ${differing.map(({ name, varied }) => `${name} = ${varied.type}`).join(", ")} })`,
    values: new Map(environments.map((environment) => [environment, given(differing, environment)])),
  };
}

const given = (members: readonly Member[], environment: string) =>
  Object.fromEntries(
    members.flatMap(({ name, varied }) => {
      const value = varied.values?.get(environment);
      return value === undefined ? [] : [[name, value]];
    }),
  );

function leaf(schema: Schema | undefined, values: ByEnvironment, place: string, translation: Translation): Varied {
  const sparse = [...values.values()].includes(undefined);
  const type = schema ? bareType(schema) : "any";
  return {
    argument: reference(place),
    type: sparse ? `optional(${type})` : type,
    values: new Map(
      [...values].map(([environment, value]) => [
        environment,
        value === undefined ? undefined : plain(value, environment),
      ]),
    ),
    sparse,
  };

  function plain(value: Value, environment: string): unknown {
    if (value instanceof Mention) return translation.plain(value, environment);
    if (Array.isArray(value)) return value.map((item) => plain(item, environment));
    if (!isObject(value)) return value;
    return Object.fromEntries(members(value).map(([key, item]) => [key, plain(item, environment)]));
  }
}

/** HCL names for keys, each its own. */
function labelsOf(keys: readonly string[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const key of keys) {
    let name = labelOf(key);
    for (let i = 2; taken.has(name); i++) name = `${labelOf(key)}_${i}`;
    taken.add(name);
    names.set(key, name);
  }
  return names;
}

const isObject = (value: Value | undefined): value is { readonly [key: string]: Value } =>
  typeof value === "object" && !Array.isArray(value) && !(value instanceof Mention) && !(value instanceof CodeFolder);
const members = (value: { readonly [key: string]: Value }) => Object.entries(value);

function isEqual(a: Value | undefined, b: Value | undefined): boolean {
  if (a === b) return true;
  if (a instanceof Mention || b instanceof Mention)
    return a instanceof Mention && b instanceof Mention && a.text === b.text;
  if (a instanceof CodeFolder || b instanceof CodeFolder)
    return a instanceof CodeFolder && b instanceof CodeFolder && a.folder === b.folder;
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, i) => isEqual(item, b[i]));
  if (!isObject(a) || !isObject(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => isEqual(a[key], b[key]));
}
