import type { Location } from "./diagnostic";
import { type Cell, cells } from "./printable";
import type { Sources } from "./sources";

/** A line of source as it is shown: its number and text and, for the line to blame, where to point (in columns). */
export interface FrameLine {
  readonly number: number;
  readonly text: string;
  readonly caret?: { readonly before: number; readonly width: number };
}

/** Columns of source that a frame shows. */
const ROOM = 100;
/** Characters looked at on each side of the place to blame, however long the line is. */
const REACH = 4 * ROOM;

/** The line at which a location starts, below the line before it; empty where that line is blank or unknown. */
export function frame({ file, start, end }: Location, sources: Sources): FrameLine[] {
  const position = sources.position(file, start);
  const line = position && sources.line(file, position.line);
  if (position === undefined || !line?.trim()) return [];
  const offset = Math.min(start - sources.lineStart(file, position.line), line.length);
  const blamed = { number: position.line, ...pointAt(line, offset, Math.min(offset + end - start, line.length)) };
  const above = blamed.cut ? undefined : sources.line(file, position.line - 1);
  return above?.trim() ? [{ number: position.line - 1, text: pointAt(above, 0, 0).text }, blamed] : [blamed];
}

/** A line, cut to the room there is around the characters from `start` to `end`. */
function pointAt(line: string, start: number, end: number) {
  const before = cells(line.slice(Math.max(0, start - REACH), start));
  const after = cells(line.slice(start, start + REACH));
  const lead = firstWithin(before.toReversed(), ROOM - Math.min(width(after), ROOM / 2)).toReversed();
  const rest = firstWithin(after, ROOM - width(lead));
  const cut = start > REACH || lead.length < before.length;
  const marked = width(cells(line.slice(start, Math.min(end, start + REACH))));
  return {
    cut,
    text: `${cut ? "…" : ""}${[...lead, ...rest].map(({ text }) => text).join("")}${rest.length < after.length ? "…" : ""}`,
    caret: { before: width(lead) + (cut ? 1 : 0), width: Math.max(1, Math.min(marked, width(rest))) },
  };
}

/** As many of the first cells as fit into a number of columns. */
function firstWithin(row: readonly Cell[], room: number): Cell[] {
  let left = room;
  const over = row.findIndex((cell) => {
    left -= cell.width;
    return left < 0;
  });
  return over === -1 ? [...row] : row.slice(0, over);
}

function width(row: readonly Cell[]): number {
  return row.reduce((total, cell) => total + cell.width, 0);
}
