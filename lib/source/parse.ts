import { Composer, type CST, type Document, isMap, isScalar, isSeq, Parser } from "yaml";
import { type Diagnostic, Sources, UserError } from "../diagnostic";
import { Anchors, DEEPEST, tooDeep } from "./anchors";
import { convert } from "./convert";
import type { LocatedMap } from "./located";
import { syntaxErrors } from "./syntax";

/** A file's value, absent where its structure cannot be relied on, and everything that is wrong with it. */
export interface Parsed {
  readonly value?: LocatedMap;
  readonly diagnostics: readonly Diagnostic[];
}

/** Every scalar stays the text that it is: what it means is for the schema to say. Keys and merges are ours to check. */
const OPTIONS = { schema: "failsafe", merge: false, uniqueKeys: false, resolveKnownTags: false } as const;

/** Neither tab nor line break, yet a control; or half of a surrogate pair. */
const FORBIDDEN = /(?![\t\n\r\u0085])\p{Cc}|\p{Cs}|[\ufffe\uffff]/u;

/**
 * Reads a YAML file whose top level is a mapping, without throwing. Duplicate keys, unknown tags and the like leave
 * the value there, without what is wrong; a syntax error leaves none. Top-level keys that start with `x-` are dropped.
 */
export function parse(file: string, text: string): Parsed {
  try {
    return read(file, text);
  } catch (error) {
    if (error instanceof UserError) return { diagnostics: error.diagnostics };
    throw error;
  }
}

function read(file: string, text: string): Parsed {
  refuseForbidden(file, text);
  const documents = compose(file, text);
  const first = documents[0] as Document;
  const errors = [...syntaxErrors(file, text, first), ...severalDocuments(file, text, documents)];
  if (errors.length > 0) return { diagnostics: errors };
  const root = first.contents;
  if (!isMap(root)) throw new UserError([noMapping(file, first)]);
  const diagnostics: Diagnostic[] = [];
  const value = convert(root, { file, text, anchors: new Anchors(), diagnostics, lineOf: lineCounter(file, text) });
  return { value: withoutExtensions(value as LocatedMap), diagnostics };
}

function refuseForbidden(file: string, text: string): void {
  const found = FORBIDDEN.exec(text);
  if (found === null) return;
  const code = `U+${(found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
  const location = { file, start: found.index, end: found.index + 1 };
  const help = 'remove it, or write it as an escape in double quotes, such as "\\u001B"';
  throw new UserError([{ message: `the character ${code} is not allowed in YAML`, location, help }]);
}

function compose(file: string, text: string): Document[] {
  const tokens = [...new Parser().parse(text)];
  const start = tooDeepAt(tokens);
  if (start !== undefined) throw new UserError([tooDeep({ file, start, end: start + 1 })]);
  return [...new Composer(OPTIONS).compose(tokens, true, text.length)];
}

/** The first place found that nests too deep. Not recursive, for what composes the tokens is. */
function tooDeepAt(tokens: readonly CST.Token[]): number | undefined {
  const open = tokens.map((token) => ({ token, depth: 0 }));
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { token, depth } = next;
    if (depth > DEEPEST) return token.offset;
    for (const part of parts(token)) open.push({ token: part, depth: depth + 1 });
  }
  return undefined;
}

function parts(token: CST.Token): CST.Token[] {
  const inside = "items" in token ? token.items.flatMap(({ key, value }) => [key, value]) : [];
  return ["value" in token ? token.value : undefined, ...inside].filter((part) => part != null);
}

function severalDocuments(file: string, text: string, documents: readonly Document[]): Diagnostic[] {
  const start = documents[1]?.range?.[0];
  if (start === undefined) return [];
  const end = start + (/^.*/.exec(text.slice(start, start + 100))?.[0].length ?? 0);
  const help = "keep one document in a file: remove the line --- or ..., or make two files";
  return [{ message: "a second YAML document starts here", location: { file, start, end }, help }];
}

function noMapping(file: string, { contents }: Document): Diagnostic {
  const [start = 0, end = 0] = contents?.range ?? [];
  const isNothing = contents === null || (isScalar(contents) && contents.value === "");
  const got = isSeq(contents) ? "a list" : "a single value";
  const message = isNothing ? `${file} is empty` : `${file} must hold a mapping, got ${got}`;
  return { message, location: { file, start, end: Math.max(start, end) }, help: "write one `key: value` on each line" };
}

function lineCounter(file: string, text: string): (offset: number) => number {
  const sources = new Sources();
  sources.add(file, text);
  return (offset) => sources.lineNumber(file, offset) ?? 1;
}

function withoutExtensions(root: LocatedMap): LocatedMap {
  const kept = [...root.entries].filter(([key]) => !key.startsWith("x-"));
  return { ...root, entries: new Map(kept) };
}
