import { Address, CodeFolder, Mention, type Schema, type Value } from "../../index";

/** A value that is shown as one: a scalar, a list, an empty map, a folder of code. */
export interface Leaf {
  readonly path: readonly string[];
  /** Plain data, references and folders as they are written. */
  readonly value: unknown;
}

/** Everything that a value holds, by path, in the order in which it stands there. */
export function leavesOf(value: Value, schema: Schema | undefined, path: readonly string[] = []): Leaf[] {
  const members = membersOf(value);
  if (!members) return [{ path, value: schema?.sensitive && !(value instanceof Mention) ? hidden : asWritten(value) }];
  return Object.entries(members).flatMap(([key, item]) =>
    leavesOf(item, schema?.properties?.[key] ?? schema?.additionalProperties, [...path, key]),
  );
}

const hidden = "(sensitive)";

type Members = Readonly<Record<string, Value>>;

function membersOf(value: Value): Members | undefined {
  if (typeof value !== "object" || Array.isArray(value) || isText(value) || folderOf(value)) return undefined;
  const members = value as Members;
  return Object.keys(members).length > 0 ? members : undefined;
}

const isText = (value: Value): value is Mention | Address => value instanceof Mention || value instanceof Address;

/** A folder of code stands in the place of the package that is made of it. */
const folderOf = (value: Value): CodeFolder | undefined =>
  value instanceof CodeFolder
    ? value
    : Object.values(value).find((item): item is CodeFolder => item instanceof CodeFolder);

/** A value as plain data, with references as they are written. */
export function asWritten(value: Value): unknown {
  if (isText(value)) return value.text;
  if (typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map(asWritten);
  return (
    folderOf(value)?.written ?? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, asWritten(item)]))
  );
}

/** A path as people write it: `ttl.attribute`, and `tags["a.b"]` where a key has a dot of its own. */
export const pathText = (path: readonly string[]): string =>
  path
    .map((key) => (/^[\w-]+$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`))
    .join("")
    .replace(/^\./, "");
