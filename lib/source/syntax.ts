import { type Document, visit, type YAMLError } from "yaml";
import type { Diagnostic } from "../diagnostic";
import { explanationOf } from "./explanations";

/** Errors of the library that are looked at: a file that is no YAML at all has one for each character. */
const MOST = 100;

/** The syntax errors of a document in plain words, at most one for each line and none that only follows from another. */
export function syntaxErrors(file: string, text: string, document: Document): Diagnostic[] {
  if (document.errors.length === 0) return [];
  const unquoted = unquotedReferences(file, text, document);
  const isCause = ({ message }: YAMLError, index: number) =>
    (index === 0 && unquoted.length === 0) || !message.includes(" in YAML stream");
  const causes = document.errors.slice(0, MOST).filter(isCause);
  const others = causes.map((error) => explain(file, text, document, error));
  return firstOfEachLine(text, [...unquoted, ...others]);
}

function explain(file: string, text: string, document: Document, error: YAMLError): Diagnostic {
  const start = blamed(text, document, error);
  const given = /^\S[^\s,:\]}]*/.exec(text.slice(start, start + 40))?.[0] ?? "the end of the file";
  const found = explanationOf(error);
  return {
    message: found?.message(given) ?? `${given} is not expected here`,
    location: { file, start, end: Math.min(text.length, Math.max(start, error.pos[1])) },
    help: found?.help ?? "check the indentation, the quotes and the brackets on this line and above it",
  };
}

/** Where the reader should look: the first character of a badly indented line, the quote that is never closed. */
function blamed(text: string, document: Document, { pos, message }: YAMLError): number {
  if (/^Missing closing/.test(message)) return openingQuote(document, pos[0]) ?? pos[0];
  const end = text.trimEnd().length;
  return pos[0] >= end ? end : pos[0] + (/^ */.exec(text.slice(pos[0]))?.[0].length ?? 0);
}

function openingQuote(document: Document, end: number): number | undefined {
  let start: number | undefined;
  visit(document, {
    Scalar(_, { range, type }) {
      if (range?.[1] === end && type?.startsWith("QUOTE_")) start = range[0];
    },
  });
  return start;
}

/**
 * References in flow style: in `{ A: ${x.y} }` the brace of the reference ends the scalar `$`, and what follows is
 * read as a mapping. Nowhere else does a plain scalar end in `$` right before a brace.
 */
function unquotedReferences(file: string, text: string, document: Document): Diagnostic[] {
  const found: Diagnostic[] = [];
  visit(document, {
    Scalar(_, { range, type }) {
      if (!range || type !== "PLAIN" || text.slice(range[1] - 1, range[1] + 1) !== "${") return;
      const start = range[1] - 1;
      const reference = /^\$\{[^\s{}]*\}?/.exec(text.slice(start, start + 200))?.[0] ?? "${";
      found.push({
        message: `${reference} stands unquoted inside { } or [ ], where YAML reads its braces as a mapping`,
        location: { file, start, end: start + reference.length },
        help: `quote it: "${reference}", or use block style: one key on each line`,
      });
    },
  });
  return found;
}

function firstOfEachLine(text: string, diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const lines = new Set<number>();
  return diagnostics.filter(({ location }) => {
    const line = text.lastIndexOf("\n", (location?.start ?? 0) - 1);
    return !lines.has(line) && lines.add(line);
  });
}
