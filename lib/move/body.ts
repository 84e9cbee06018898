import path from "node:path";
import { isRecord } from "../schema";
import type { Located, LocatedEntry } from "../source";
import { CodeFolder, type Component } from "../spec";
import { type Edit, inserting, replacing, type Texts, writtenAt } from "./edits";
import { endOfLine, newLine } from "./layout";
import { partsOf } from "./request";
import { entriesOf, entryAt } from "./trees";

/** The AWS name that a component has so far, written where it is written: another one would be another resource. */
export function pinnedName(
  { address, module }: Component,
  { value: body }: LocatedEntry,
  texts: Texts,
): readonly Edit[] {
  if (!module.naming || body.kind !== "map" || body.entries.has("name")) return [];
  const [service, component] = partsOf(address);
  const name = `name: "\${name}-\${environment}-${service}-${component}"`;
  const { file, start } = body.location;
  const text = texts.get(file) ?? "";
  const isFlow = writtenAt(texts, body.location).startsWith("{");
  const named = body.entries.get("module");
  const isOwn = named && named.key.file === file && named.key.start >= start && named.key.start < body.location.end;
  if (!isOwn) return [inserting(file, isFlow ? start + 1 : start, isFlow ? ` ${name},` : name + newLine(text, start))];
  if (isFlow) return [inserting(file, named.value.location.end, `, ${name}`)];
  return [inserting(file, endOfLine(text, named.value.location.end), newLine(text, named.key.start) + name)];
}

/** The paths in a component as another file says them. */
export function movedPaths(component: Component, body: Located, file: string, texts: Texts): readonly Edit[] {
  const here = path.posix.dirname(component.location.file);
  const there = path.posix.dirname(file);
  if (here === there) return [];
  const seen = (written: string) => path.posix.relative(there, path.posix.join(here, written)) || ".";
  const folders = [...foldersIn(component.values)].flatMap(({ written, location }) =>
    replacing(texts, location, (text) => text.replace(written, () => seen(written))),
  );
  const files = [...filesIn(body)].flatMap(({ text: written, location }) =>
    replacing(texts, location, (text) => text.replace(written, () => seen(written))),
  );
  return [...folders, ...files];
}

function* foldersIn(value: unknown): Generator<CodeFolder> {
  if (value instanceof CodeFolder) yield value;
  else if (Array.isArray(value) || isRecord(value)) for (const one of Object.values(value)) yield* foldersIn(one);
}

/** The paths of `{ file: … }` at any depth. */
function* filesIn(value: Located): Generator<Located & { readonly kind: "scalar" }> {
  const named = entryAt(value, ["file"])?.value;
  if (named?.kind === "scalar") yield named;
  else if (value.kind === "list") for (const item of value.items) yield* filesIn(item);
  else for (const [, { value: inner }] of entriesOf(value)) yield* filesIn(inner);
}
