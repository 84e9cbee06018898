import type { Schema } from "../../schema";

/** A value that breaks one demand of a schema, and maybe others of the same schema. */
export interface BadValue {
  /** The demand, as problems name it: a keyword of JSON Schema, `ended`. */
  readonly keyword: string;
  readonly value: unknown;
  /** From what the schema describes to where the value is put: a bad key of a map, otherwise nothing. */
  readonly path: readonly string[];
}

/**
 * One bad value per demand of a schema on a value itself, not on what is inside it.
 * @param good a valid value to start from; of a list or map, demands that need an entry to be broken are left out without one
 */
export const badValues = (schema: Schema, good: unknown): BadValue[] =>
  [ofNumber, ofChoice, ofPattern, ofText, ofList, ofMap].flatMap((ofKind) => ofKind(schema, good));

const bad = (keyword: string, value: unknown, ...path: string[]): BadValue => ({ keyword, value, path });

function ofNumber({ type, minimum, maximum }: Schema, good: unknown): BadValue[] {
  return [
    ...(type === "integer" ? [bad("type", Number(good ?? minimum ?? 0) + 0.5)] : []),
    ...(minimum === undefined ? [] : [bad("minimum", minimum - 1)]),
    ...(maximum === undefined ? [] : [bad("maximum", maximum + 1)]),
  ];
}

function ofChoice({ type, enum: choices, ended = {} }: Schema): BadValue[] {
  const [old] = Object.keys(ended);
  if (!choices) return [];
  const unknown = type === "string" ? "no such value" : Math.max(...choices.map(Number)) + 1;
  return [bad("enum", unknown), ...(old === undefined ? [] : [bad("ended", old)])];
}

function ofPattern({ pattern, minLength = 1 }: Schema): BadValue[] {
  const text = pattern === undefined ? undefined : mismatch(pattern, Math.max(1, minLength));
  return text === undefined ? [] : [bad("pattern", text)];
}

/** Characters of which a pattern will not take every one. */
const CHARACTERS = [" ", "!", "\n", "é", "-", "a", "A", "0"];

const mismatch = (pattern: string, length: number): string | undefined =>
  CHARACTERS.map((character) => character.repeat(length)).find((text) => !new RegExp(pattern, "u").test(text));

function ofText({ minLength, maxLength }: Schema, good: unknown): BadValue[] {
  const text = [...(typeof good === "string" ? good : "")];
  const sized = (size: number) =>
    [...text.slice(0, size), ...Array(size).fill(text.at(-1) ?? "a")].slice(0, size).join("");
  return [
    ...(minLength ? [bad("minLength", sized(minLength - 1))] : []),
    ...(maxLength === undefined ? [] : [bad("maxLength", sized(maxLength + 1))]),
  ];
}

function ofList({ minItems, maxItems }: Schema, good: unknown): BadValue[] {
  const items: readonly unknown[] = Array.isArray(good) ? good : [];
  const tooMany = Array.from({ length: (maxItems ?? 0) + 1 }, (_, i) => items[i] ?? items[0]);
  return [
    ...(minItems ? [bad("minItems", items.slice(0, minItems - 1))] : []),
    ...(maxItems === undefined || items.length === 0 ? [] : [bad("maxItems", tooMany)]),
  ];
}

function ofMap({ additionalProperties, keys, minProperties, maxProperties }: Schema, good: unknown): BadValue[] {
  const entries = additionalProperties ? Object.entries(good ?? {}) : [];
  const tooFew = minProperties ? [bad("minProperties", Object.fromEntries(entries.slice(0, minProperties - 1)))] : [];
  const [first] = entries;
  if (!first) return tooFew;
  const key = keys === undefined ? undefined : mismatch(keys, 1);
  const copies = Array.from({ length: maxProperties ?? 0 }, (_, i) => [`${first[0]}${i}`, first[1]]);
  return [
    ...tooFew,
    ...(maxProperties === undefined ? [] : [bad("maxProperties", Object.fromEntries([first, ...copies]))]),
    ...(key === undefined ? [] : [bad("propertyNames", first[1], key)]),
  ];
}
