import type { ErrorCode, YAMLError } from "yaml";

/** What the YAML library says, in plain words; `given` is the piece of text at the place it names. */
export interface Explanation {
  readonly code: ErrorCode;
  /** Which of the library's messages with this code are meant; all where absent. */
  readonly says?: RegExp;
  readonly message: (given: string) => string;
  readonly help: string;
}

const QUOTE = 'put the value in quotes: "…"';

/** The first that fits is meant. */
const EXPLANATIONS: readonly Explanation[] = [
  { code: "TAB_AS_INDENT", message: () => "a tab is used as indentation", help: "indent with spaces" },
  {
    code: "BAD_INDENT",
    says: /^Flow/,
    message: () => "a [ or { above this place is not closed, or what is inside it is not indented",
    help: "add the missing ] or }",
  },
  {
    code: "BAD_INDENT",
    says: /^Block scalar/,
    message: () => "the text below | or > is not indented",
    help: "indent every line of the text deeper than its key",
  },
  {
    code: "BAD_INDENT",
    message: () => "this line is not indented like the lines it belongs to",
    help: "all keys of a mapping, and all items of a list, start in the same column",
  },
  {
    code: "MISSING_CHAR",
    says: /^Missing closing/,
    message: () => "a quote is opened here and never closed",
    help: "close the quote; inside '…' a single quote is written twice",
  },
  {
    code: "MISSING_CHAR",
    says: /^Implicit map keys/,
    message: (given) => `expected "key: value", got ${given}`,
    help: "a key ends with a colon and a space; an item of a list starts with a dash and a space",
  },
  {
    code: "MISSING_CHAR",
    says: /^Sequence item/,
    message: () => "this line is neither an item of the list nor part of the item above",
    help: "start an item with a dash and a space, or indent the line like the item it belongs to",
  },
  {
    code: "MISSING_CHAR",
    says: /^Missing , /,
    message: () => "a comma is missing inside [ ] or { }",
    help: "separate what is inside by commas, or put the value in quotes",
  },
  {
    code: "MISSING_CHAR",
    says: /^Comments/,
    message: () => "a comment follows without a space before its #",
    help: `write a space before #, or, if no comment is meant, ${QUOTE}`,
  },
  {
    code: "MISSING_CHAR",
    says: /directives-end/,
    message: () => "a line that starts with % is a directive of YAML, after which --- must follow",
    help: "remove the line",
  },
  {
    code: "BLOCK_AS_IMPLICIT_KEY",
    message: () => "a mapping starts inside a value here",
    help: `put a nested mapping on lines of its own, indented below its key; if the colon belongs to the text, ${QUOTE}`,
  },
  {
    code: "MULTILINE_IMPLICIT_KEY",
    message: () => "a key and its colon do not stand on one line",
    help: "is a colon missing on the line above, or is a line indented too deep?",
  },
  {
    code: "BLOCK_IN_FLOW",
    message: () => "block style is not possible inside [ ] or { }",
    help: "separate what is inside by commas",
  },
  {
    code: "BAD_ALIAS",
    message: (given) => `${given} names no anchor`,
    help: `a value that starts with * or & refers to an anchor; if that is not meant, ${QUOTE}`,
  },
  { code: "BAD_SCALAR_START", message: (given) => `a value cannot start with ${given.charAt(0)}`, help: QUOTE },
  {
    code: "BAD_DQ_ESCAPE",
    message: (given) => `${given.slice(0, 2)} is not an escape sequence of YAML`,
    help: "write a backslash as \\\\, or use single quotes",
  },
  {
    code: "UNEXPECTED_TOKEN",
    says: /block-seq-ind/,
    message: () => "a list cannot start on the line of its key",
    help: `start each item on a line of its own, below the key; if the dash belongs to the text, ${QUOTE}`,
  },
  {
    code: "UNEXPECTED_TOKEN",
    says: /at node end/,
    message: (given) => `${given} follows a value that is complete`,
    help: "put the whole text in quotes, or indent this line like the lines it belongs to",
  },
  { code: "KEY_OVER_1024_CHARS", message: () => "a key is longer than 1024 characters", help: "shorten the key" },
  { code: "TAG_RESOLVE_FAILED", message: (given) => `the tag ${given} is not known`, help: "remove the tag" },
  {
    code: "BAD_DIRECTIVE",
    message: () => "a line that starts with % is a directive, and this is none that YAML has",
    help: "remove the line",
  },
];

/** What an error of the library means; undefined where all that can be said is that something is not expected. */
export function explanationOf(error: YAMLError): Explanation | undefined {
  return EXPLANATIONS.find(({ code, says }) => code === error.code && (says?.test(error.message) ?? true));
}
