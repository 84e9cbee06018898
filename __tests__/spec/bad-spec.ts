import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { JsonDiagnostic } from "../../lib/diagnostic";

/** A bad spec and what is to be said of it. */
export interface BadSpec {
  readonly name: string;
  /** The files with the problems noted below the lines that are to blame. */
  readonly text: string;
  /** The files as a user has them, by path. */
  readonly files: Readonly<Record<string, string>>;
}

const folder = path.join(__dirname, "bad");

/**
 * The cases of `bad/*.txt`. A case starts with `=== name`, a file after the main one with `-- path --`. Below a line,
 * `^ message` says what is wrong with what stands above the caret, and `= help` how to mend it; `! message` at the end
 * has no place; `< message` names a place that has to do with what is wrong. A case that says no `version` has the usual head.
 */
export const badSpecs = (): BadSpec[] =>
  readdirSync(folder)
    .sort()
    .flatMap((file) => readFileSync(path.join(folder, file), "utf8").split(/^=== /m).slice(1))
    .map(badSpec);

function badSpec(text: string): BadSpec {
  const [name = "", ...rest] = text.trimEnd().split("\n");
  const annotated = rest.join("\n");
  return { name, text: annotated, files: Object.fromEntries(filesIn(withoutNotes(annotated))) };
}

const NOTE = /^ *[\^=!<] .*(\n|$)/gm;
const withoutNotes = (text: string) => text.replace(NOTE, "");

const HEAD = "version: 1\nname: shop\nregion: us-east-1\nenvironments: { dev: {}, staging: {}, prod: {} }\n";
const HEAD_LINES = HEAD.split("\n").length - 1;
const hasHead = (main: string) => /^version|^"version/m.test(main) || main.startsWith("#");

function filesIn(text: string): [path: string, text: string][] {
  const [main = "", ...others] = text.split(/^-- (.*) --\n/m);
  const named = others.flatMap((name, i): [string, string][] => (i % 2 ? [] : [[name, others[i + 1] ?? ""]]));
  return [["groundplan.yaml", hasHead(main) ? main : HEAD + main], ...named];
}

/** The files of a case with what was really found noted in them, to be held against what is expected. */
export function annotated({ text }: BadSpec, found: readonly JsonDiagnostic[]): string {
  const [main = "", ...others] = withoutNotes(text).split(/^(?=-- .* --\n)/m);
  const notes = (file: string, offset: number) => ({ found: found.filter((one) => one.file === file), offset });
  const files = [
    noted(main, notes("groundplan.yaml", hasHead(main) ? 0 : HEAD_LINES)),
    ...others.map((other) => noted(other, notes(/^-- (.*) --/.exec(other)?.[1] ?? "", -1))),
  ];
  const nowhere = found.filter(({ file }) => file === undefined).map((one) => note("!", one));
  return [...files, ...nowhere].map((part) => part.trimEnd()).join("\n");
}

/** @param notes.offset how many lines of the file the text does not show, or shows more */
function noted(text: string, notes: { readonly found: readonly JsonDiagnostic[]; readonly offset: number }): string {
  const lines = text.trimEnd().split("\n");
  const at = ({ line = 1 }: JsonDiagnostic) => Math.min(Math.max(line - notes.offset, 1), lines.length);
  return lines
    .flatMap((line, i) => [line, ...notes.found.filter((one) => at(one) === i + 1).map((one) => note("^", one))])
    .join("\n");
}

function note(sign: string, { message, column = 1, help, related = [] }: JsonDiagnostic): string {
  const places = related.map((one) => `< ${one.message} at ${one.file}:${one.line}:${one.column}`);
  const lines = [`${sign} ${message}`, ...places, ...(help === undefined ? [] : [`= ${help}`])];
  return lines.map((line) => " ".repeat(column - 1) + line).join("\n");
}
