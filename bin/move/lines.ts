import { diffLines } from "diff";

/** A run of lines that a file did not have before. */
export interface Run {
  /** Where it starts, from 1. */
  readonly line: number;
  /** Its first line, trimmed. */
  readonly text: string;
  /** How many lines follow it. */
  readonly more: number;
}

/** What a text has that it did not have before; where lines are only gone, the line that now stands there. */
export function changedLines(before: string, after: string): Run[] {
  let line = 1;
  return diffLines(before, after).flatMap(({ value, added, removed, count }) => {
    const start = line;
    if (!removed) line += count;
    const [text = "", ...rest] = value.split("\n").filter((one) => one.trim() !== "");
    return added ? [{ line: start, text: text.trim(), more: rest.length }] : [];
  });
}
