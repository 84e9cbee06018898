import { UserError } from "../diagnostic";
import type { LocatedEntry, LocatedMap } from "../source";
import { type Edit, edited, inserting, replacing, type Texts, writtenAt } from "./edits";
import { blockOf, columnOf, lineBreakOf, newLine, nextLine, shifted, startOfLine } from "./layout";
import { type Move, partsOf } from "./request";
import { entryAt, serviceIn, type Trees, treesOf } from "./trees";

/** A pair of key and value as it is written. */
interface Cut {
  readonly text: string;
  /** Whether it stands between braces. */
  readonly isFlow: boolean;
  /** The column of its key. */
  readonly column: number;
  readonly edits: readonly Edit[];
}

/**
 * Moves the lines of a component, under its new name, from one service to another, which is made after the first where
 * there is none of its name.
 * @throws UserError where what it is to move into is written in another way than itself.
 */
export function relocated({ from, to }: Move, texts: Texts): Texts {
  const trees = treesOf(texts);
  const [[service, name], [into, renamed]] = [partsOf(from), partsOf(to)];
  const source = serviceIn(trees, service) as LocatedEntry;
  const component = entryAt(source.value, [name]) as LocatedEntry;
  const isAlone = (source.value as LocatedMap).entries.size === 1;
  if (isAlone && !serviceIn(trees, into))
    return edited(texts, [...named(source, into, texts), ...named(component, renamed, texts)]);
  const cut = cutOut(component, source, texts);
  const rest = edited(texts, isAlone ? cutOut(source, servicesOf(source, trees), texts).edits : cut.edits);
  const own: Cut = { ...cut, text: cut.text.replace(keyAfterComment(name), (key) => key.replace(name, renamed)) };
  return edited(rest, put(own, into, service, rest));
}

/** A key under another name, in the quotes that it has. */
export const named = ({ key }: LocatedEntry, name: string, texts: Texts): readonly Edit[] =>
  replacing(texts, key, (written) => written.replace(/[^"']+/, name));

/** The first line that is no comment. */
const keyAfterComment = (name: string) => new RegExp(`^(?!\\s*#).*?${name}`, "m");

function put(given: Cut, into: string, service: string, texts: Texts): readonly Edit[] {
  const trees = treesOf(texts);
  const target = serviceIn(trees, into);
  const eol = lineBreakOf(texts.get((target ?? serviceIn(trees, service))?.key.file ?? "") ?? "");
  const cut = { ...given, text: given.text.replaceAll(/\r?\n/g, eol) };
  return target ? putInto(target, cut, texts) : putAfter(serviceIn(trees, service) as LocatedEntry, into, cut, texts);
}

const servicesOf = ({ key }: LocatedEntry, trees: Trees): LocatedEntry =>
  entryAt(trees.get(key.file), ["services"]) as LocatedEntry;

const isFlow = ({ value }: LocatedEntry, texts: Texts): boolean => writtenAt(texts, value.location).startsWith("{");

function cutOut({ key, value }: LocatedEntry, around: LocatedEntry, texts: Texts): Cut {
  const { file, start } = key;
  const whole = texts.get(file) ?? "";
  if (isFlow(around, texts)) return cutFlow({ key, value }, whole);
  const lines = blockOf(whole, start, value.location.end);
  const { size } = (around.value as LocatedMap).entries;
  const end = nextLine(whole, lines.end);
  // A mapping that nothing is left of stays one.
  const text = size > 1 ? "" : `${" ".repeat(columnOf(whole, start))}{}${lineBreakOf(whole)}`;
  const gap = lines.start > 0 && whole.slice(end).match(/^(?:\r?\n|$)/) ? blankAbove(whole, lines.start) : lines.start;
  return {
    text: whole.slice(lines.start, lines.end),
    isFlow: false,
    column: columnOf(whole, start),
    edits: [{ file, start: gap, end, text }],
  };
}

/** The beginning of the empty line above a place; the place itself where there is none. */
function blankAbove(text: string, start: number): number {
  const above = startOfLine(text, start - 1);
  return text.slice(above, start).trim() === "" ? above : start;
}

function cutFlow({ key, value }: LocatedEntry, whole: string): Cut {
  const { file, start } = key;
  const { end } = value.location;
  const after = /^\s*,\s*/.exec(whole.slice(end))?.[0].length ?? 0;
  const before = /,\s*$/.exec(whole.slice(0, start))?.[0].length ?? 0;
  const [from, to] = after > 0 ? [start, end + after] : [start - before, end];
  return { text: whole.slice(start, end), isFlow: true, column: 0, edits: [{ file, start: from, end: to, text: "" }] };
}

/** At the end of a service. */
function putInto(target: LocatedEntry, cut: Cut, texts: Texts): readonly Edit[] {
  const { file } = target.key;
  const whole = texts.get(file) ?? "";
  const { entries, location } = target.value as LocatedMap;
  if (isFlow(target, texts)) {
    if (!cut.isFlow) throw otherStyle(target);
    return [inserting(file, location.end - 1, entries.size > 0 ? `, ${cut.text} ` : ` ${cut.text} `)];
  }
  const [first] = [...entries.values()];
  const column = columnOf(whole, first?.key.start ?? location.start);
  const { end } = blockOf(whole, target.key.start, location.end);
  return [inserting(file, end, lineBreakOf(whole) + atColumn(cut, column))];
}

/** A service of its own, right after another. */
function putAfter(source: LocatedEntry, into: string, cut: Cut, texts: Texts): readonly Edit[] {
  const { file, start } = source.key;
  const whole = texts.get(file) ?? "";
  const isInline = columnOf(whole, start) > 0 && whole.slice(startOfLine(whole, start), start).trim() !== "";
  const { location } = source.value;
  if (isInline) {
    if (!cut.isFlow) throw otherStyle(source);
    return [inserting(file, location.end, `, ${into}: { ${cut.text} }`)];
  }
  const column = columnOf(whole, start);
  const { end } = blockOf(whole, start, location.end);
  const [first] = [...(source.value as LocatedMap).entries.values()];
  const inner = isFlow(source, texts) ? column + 2 : columnOf(whole, first?.key.start ?? start);
  const eol = lineBreakOf(whole);
  return [inserting(file, end, `${eol}${newLine(whole, start)}${into}:${eol}${atColumn(cut, inner)}`)];
}

function atColumn({ text, isFlow, column }: Cut, wanted: number): string {
  if (!isFlow) return shifted(text, wanted - column);
  const [first = "", ...rest] = text.split("\n");
  return [" ".repeat(wanted) + first, ...rest.map((line) => " ".repeat(wanted + 2) + line.trimStart())].join("\n");
}

const otherStyle = ({ key }: LocatedEntry) =>
  new UserError([
    {
      message: "the component is written in lines of its own, and cannot stand between the braces of this service",
      location: key,
      help: "write the service in lines of its own, and try again",
    },
  ]);
