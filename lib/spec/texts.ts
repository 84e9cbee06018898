import type { Module } from "../module";
import type { Schema } from "../schema";
import type { Located, LocatedEntry, LocatedList, LocatedMap } from "../source";
import { specSchema } from "./component";
import { fileText, type Reading, wordsOfFiles } from "./file-texts";
import { jsonText } from "./json-texts";

/**
 * Inputs with texts where texts are wanted: that of a file in the place of `{ file: …, with: … }`, and that of JSON in the
 * place of what it says.
 */
export const withTexts = (reading: Reading, module: Module, tree: LocatedMap): LocatedMap =>
  filled(tree, specSchema(module), reading) as LocatedMap;

function filled(value: Located, schema: Schema | undefined, reading: Reading): Located {
  if (value.kind === "scalar" || !schema) return value;
  if (takesText(schema)) return textFor(value, schema, reading);
  if (value.kind === "list") return { ...value, items: value.items.map((item) => filled(item, schema.items, reading)) };
  const entries = [...value.entries].map(([key, entry]): [string, LocatedEntry] => [
    key,
    { ...entry, value: filled(entry.value, schema.properties?.[key] ?? schema.additionalProperties, reading) },
  ]);
  return { ...value, entries: new Map(entries) };
}

const takesText = ({ type, component }: Schema) => type === "string" && !component;

/** A text for what is no scalar; as it is, to be reported, where it stands for none. */
function textFor(value: LocatedMap | LocatedList, { json }: Schema, reading: Reading): Located {
  const keys = value.kind === "map" ? [...value.entries.keys()] : [];
  const isFile = keys.includes("file") && (!json || keys.every((key) => wordsOfFiles.includes(key)));
  if (isFile) return fileText(value as LocatedMap, reading);
  return json ? jsonText(value) : value;
}
