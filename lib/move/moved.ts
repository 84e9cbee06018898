import type { Located, LocatedList } from "../source";
import type { Project } from "../spec";
import { type Edit, inserting, replacing, type Texts, writtenAt } from "./edits";
import { endOfLine, lineBreakOf, newLine, startOfLine } from "./layout";
import type { Move } from "./request";
import { entryAt, type Trees } from "./trees";

/** `moved` of the main file with one move more; a component that goes where it was before takes back that move. */
export function movedWith(move: Move, { moves }: Project, main: string, texts: Texts, trees: Trees): readonly Edit[] {
  const list = entryAt(trees.get(main), ["moved"])?.value;
  const left = moves.findIndex(({ from }) => from === move.to);
  const [undone, led] = [moves[left], moves.find(({ to }) => to === move.to)];
  const retargeted =
    undone && led ? replacing(texts, led.locations.to, (written) => written.replace(move.to, undone.to ?? "null")) : [];
  const kept = list?.kind === "list" ? list.items.filter((_, i) => i !== left) : [];
  const removed = undone && list?.kind === "list" ? removal(list, left, texts) : [];
  const text = `{ from: ${move.from}, to: ${move.to} }`;
  return [...retargeted, ...removed, ...added(text, list, kept, main, texts)];
}

function added(text: string, list: Located | undefined, kept: readonly Located[], main: string, texts: Texts): Edit[] {
  const whole = texts.get(main) ?? "";
  const eol = lineBreakOf(whole);
  if (list?.kind !== "list" || list.items.length === 0)
    return list ? replacing(texts, list.location, () => `[${text}]`) : [atEnd(text, main, whole, eol)];
  const { file, start, end } = list.location;
  const isFlow = writtenAt(texts, list.location).startsWith("[");
  const last = kept.at(-1) ?? list.items.at(-1);
  if (isFlow)
    return [
      inserting(file, kept.length > 0 && last ? last.location.end : start + 1, kept.length > 0 ? `, ${text}` : text),
    ];
  return [inserting(file, endOfLine(whole, end), `${newLine(whole, start)}- ${text}`)];
}

function atEnd(text: string, main: string, whole: string, eol: string): Edit {
  const isFlow = /^\s*(#.*\s*)*\{/.test(whole);
  const at = isFlow ? whole.lastIndexOf("}") : whole.length;
  if (isFlow) return inserting(main, at, `, "moved": [${text.replaceAll(/[a-z][\w.-]*/g, '"$&"')}]`);
  const gap = whole.endsWith("\n") ? eol : eol + eol;
  return inserting(main, at, `${gap}moved:${eol}  - ${text}${eol}`);
}

/** An item with its line, or with the comma beside it. */
function removal(list: LocatedList, index: number, texts: Texts): Edit[] {
  const [before, item, after] = [list.items[index - 1], list.items[index] as Located, list.items[index + 1]];
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
