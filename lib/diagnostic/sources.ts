/** A place as people count it: lines and columns from 1, a column being one code point. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

interface Source {
  readonly text: string;
  /** The offset at which each line starts. */
  readonly lines: readonly number[];
}

/** The text of every file read, by the name under which messages show it. */
export class Sources {
  private readonly files = new Map<string, Source>();

  add(file: string, text: string): void {
    this.files.set(file, { text, lines: lineStarts(text) });
  }

  has(file: string): boolean {
    return this.files.has(file);
  }

  text(file: string): string | undefined {
    return this.files.get(file)?.text;
  }

  /** The files that were read. */
  get names(): readonly string[] {
    return [...this.files.keys()];
  }

  /** The text of a line (counted from 1) without its line break; undefined where the file has no such line. */
  line(file: string, line: number): string | undefined {
    const source = this.files.get(file);
    const start = source?.lines[line - 1];
    if (source === undefined || start === undefined) return undefined;
    return source.text.slice(start, source.lines[line]).replace(/\r?\n$/, "");
  }

  /** The number of the line on which an offset lies; undefined where the file was never read. */
  lineNumber(file: string, offset: number): number | undefined {
    const source = this.files.get(file);
    return source && lineAt(source.lines, offset);
  }

  /** Line and column of an offset in UTF-16 code units; undefined where the file was never read. */
  position(file: string, offset: number): Position | undefined {
    const source = this.files.get(file);
    if (source === undefined) return undefined;
    const line = lineAt(source.lines, offset);
    const before = source.text.slice(source.lines[line - 1], offset);
    return { line, column: Array.from(before).length + 1 };
  }

  /** The offset at which a line (counted from 1) starts; the length of the text for a line that it does not have. */
  lineStart(file: string, line: number): number {
    const source = this.files.get(file);
    return source?.lines[line - 1] ?? source?.text.length ?? 0;
  }
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

/** The number of the last line that starts at or before the offset. */
function lineAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return low + 1;
}
