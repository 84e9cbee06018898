/** Where the line of a place begins. */
export const startOfLine = (text: string, at: number): number => text.lastIndexOf("\n", at - 1) + 1;

/** Where the line of a place ends, before its line break. */
export function endOfLine(text: string, at: number): number {
  const found = text.slice(at).search(/\r?\n/);
  return found === -1 ? text.length : at + found;
}

/** How many columns a place is from the beginning of its line. */
export const columnOf = (text: string, at: number): number => at - startOfLine(text, at);

/** The line break that a text has. */
export const lineBreakOf = (text: string): string => (text.includes("\r\n") ? "\r\n" : "\n");

/** A line break, and the white space up to the column of a place. */
export const newLine = (text: string, at: number): string => lineBreakOf(text) + " ".repeat(columnOf(text, at));

/** A range of a text. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

const indentOf = (line: string): number => line.length - line.trimStart().length;
const isBlank = (line: string): boolean => line.trim() === "";
const isComment = (line: string): boolean => line.trimStart().startsWith("#");

/**
 * The lines of a pair in block style: those of the comment right above it, its own, and all that is indented deeper.
 * @param key where its key starts
 * @param least what is part of it in any case: the end of its value
 */
export function blockOf(text: string, key: number, least: number): Range {
  const column = columnOf(text, key);
  return { start: withComment(text, startOfLine(text, key), column), end: endBelow(text, key, column, least) };
}

function withComment(text: string, start: number, column: number): number {
  if (start === 0) return start;
  const above = startOfLine(text, start - 1);
  const line = text.slice(above, start);
  return isComment(line) && indentOf(line) === column ? withComment(text, above, column) : start;
}

function endBelow(text: string, key: number, column: number, least: number): number {
  let end = endOfLine(text, Math.max(key, least));
  for (let at = nextLine(text, endOfLine(text, key)); at < text.length; at = nextLine(text, endOfLine(text, at))) {
    const stop = endOfLine(text, at);
    const line = text.slice(at, stop);
    if (!isBlank(line) && indentOf(line) > column) end = Math.max(end, stop);
    else if (!isBlank(line) && !isComment(line) && at > least) return end;
  }
  return end;
}

/** Where the line after a line break begins. */
export const nextLine = (text: string, at: number): number =>
  text.startsWith("\r\n", at) ? at + 2 : Math.min(at + 1, text.length);

/** Lines at another column; what is empty stays empty. */
export const shifted = (block: string, columns: number): string =>
  block
    .split("\n")
    .map((line) =>
      isBlank(line) ? line : columns >= 0 ? " ".repeat(columns) + line : line.slice(Math.min(-columns, indentOf(line))),
    )
    .join("\n");
