import type { Located, LocatedList } from "../source";
import type { Project } from "../spec";
import { type Edit, inserting, replacing, type Texts, writtenAt } from "./edits";
import { endOfLine, lineBreakOf, newLine, startOfLine } from "./layout";
import type { Move } from "./request";
import { entryAt, type Trees } from "./trees";

/** `moved` of the main file with one move more; a component that goes where it was before takes back that move. */
export function movedWith(move: Move, { moves }: Project, main: string, texts: Texts, trees: Trees): readonly Edit[] {
  const text = `{ from: ${move.from}, to: ${move.to} }`;
  const list = entryAt(trees.get(main), ["moved"])?.value;
  if (!list) return [atEnd(text, main, texts.get(main) ?? "")];
  if (list.kind !== "list" || list.items.length === 0) return replacing(texts, list.location, () => `[${text}]`);
  const index = moves.findIndex(({ from }) => from === move.to);
  const kept = list.items.filter((_, i) => i !== index);
  return [...takenBack(move, moves, texts), ...removal(list, index, texts), ...added(text, list, kept, texts)];
}

/** What has moved to where the component goes back to moves on to where that led. */
function takenBack({ to: address }: Move, moves: Project["moves"], texts: Texts): readonly Edit[] {
  const undone = moves.find(({ from }) => from === address);
  const led = moves.find(({ to }) => to === address);
  if (!undone || !led) return [];
  return replacing(texts, led.locations.to, (written) => written.replace(address, undone.to ?? "null"));
}

function added(text: string, list: LocatedList, kept: readonly Located[], texts: Texts): readonly Edit[] {
  const { file, start, end } = list.location;
  const whole = texts.get(file) ?? "";
  const isFlow = writtenAt(texts, list.location).startsWith("[");
  if (!isFlow) return [inserting(file, endOfLine(whole, end), `${newLine(whole, start)}- ${text}`)];
  const last = kept.at(-1);
  return [last ? inserting(file, last.location.end, `, ${text}`) : inserting(file, start + 1, text)];
}

function atEnd(text: string, main: string, whole: string): Edit {
  const eol = lineBreakOf(whole);
  const isFlow = /^\s*(#.*\s*)*\{/.test(whole);
  const at = isFlow ? whole.lastIndexOf("}") : whole.length;
  if (isFlow) return inserting(main, at, `, "moved": [${text.replaceAll(/[a-z][\w.-]*/g, '"$&"')}]`);
  const gap = whole.endsWith("\n") ? eol : eol + eol;
  return inserting(main, at, `${gap}moved:${eol}  - ${text}${eol}`);
}

/** An item with its line, or with the comma beside it; nothing where there is none. */
function removal(list: LocatedList, index: number, texts: Texts): Edit[] {
  const [before, item, after] = [list.items[index - 1], list.items[index], list.items[index + 1]];
  if (!item) return [];
  const { file, start, end } = item.location;
  const whole = texts.get(file) ?? "";
  if (writtenAt(texts, list.location).startsWith("[")) {
    const [from, to] = after ? [start, after.location.start] : [before?.location.end ?? start, end];
    return [{ file, start: from, end: to, text: "" }];
  }
  const lineEnd = endOfLine(whole, end);
  const lineStart = startOfLine(whole, start);
  // The line break before it, so that what follows stays where it is.
  const previous = whole.slice(0, lineStart).endsWith("\r\n") ? lineStart - 2 : lineStart - 1;
  return [{ file, start: previous, end: lineEnd, text: "" }];
}
