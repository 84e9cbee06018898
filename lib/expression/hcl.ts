import { hcl, type Part, type PartObject } from "./print";
import { compound, type Ref, reference, template } from "./ref";
import type { Expression } from "./state";

/** An expression made of HCL and values: expr`${input.max} * 2`. It is a string unless `T` says what it is. */
export const expr = <T = string>(parts: TemplateStringsArray, ...values: Part[]): Ref<T> =>
  compound(String.raw({ raw: parts }, ...values.map(hcl)));

/** A string with values in it: text`table/${table.attribute("name")}`. */
export const text = (parts: TemplateStringsArray, ...values: (Expression<unknown> | string)[]): Ref<string> =>
  template(parts.flatMap((part, i) => [part, values[i] ?? ""]));

/** The JSON text of a value, as IAM policies and the like want it. */
export const json = (value: Part): Ref<string> => reference(`jsonencode(${hcl(value)})`);

/** An object without the members that are null. */
export const omitNull = <T = Record<string, unknown>>(value: PartObject): Ref<T> =>
  reference(`{for key, value in ${hcl(value)} : key => value if value != null}`);
