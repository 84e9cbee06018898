import { CodeFolder, Mention, type Value } from "../spec";

/** Whether a value has members: a mapping, not a list, a mention or a code folder. */
export const isObject = (value: Value | undefined): value is { readonly [key: string]: Value } =>
  typeof value === "object" && !Array.isArray(value) && !(value instanceof Mention) && !(value instanceof CodeFolder);

/** Whether a value holds a reference, at any depth. */
export const hasMention = (value: Value | undefined): boolean =>
  value instanceof Mention ||
  (Array.isArray(value) && value.some(hasMention)) ||
  (isObject(value) && Object.values(value).some(hasMention));

/** Whether two values say the same. */
export function isEqual(a: Value | undefined, b: Value | undefined): boolean {
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
