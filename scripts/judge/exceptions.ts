import type { Finding } from "./report";

/** A finding that is accepted, and why. */
export interface Exception {
  readonly judge: string;
  readonly check: string;
  /** Consecutive parts of an address or a path: `aws_lambda_function`, `module.orders_table`, `modules/lambda/examples`. */
  readonly where: string;
  readonly reason: string;
  /** Where it is written, counted from 1. */
  readonly line: number;
}

const header = "judge,check,where,reason";

/**
 * The exceptions of a Markdown document: the rows of its table with the columns judge, check, where and reason.
 * @throws Error when there is no such table, or for a row that lacks a cell or stands there twice.
 */
export function parseExceptions(document: string): Exception[] {
  const lines = document.split("\n");
  const start = lines.findIndex((line) => cellsOf(line).join().toLowerCase() === header);
  if (start < 0) throw new Error("no table with the columns judge, check, where and reason");
  const rows = lines.slice(start + 2);
  const end = rows.findIndex((line) => !line.startsWith("|"));
  const exceptions = rows.slice(0, end < 0 ? rows.length : end).map((row, i) => exceptionOf(row, start + 3 + i));
  for (const [i, one] of exceptions.entries()) {
    if (exceptions.slice(0, i).some((other) => isSame(one, other))) throw new Error(`line ${one.line}: twice`);
  }
  return exceptions;
}

function exceptionOf(row: string, line: number): Exception {
  const cells = cellsOf(row);
  if (cells.length !== 4 || cells.includes("")) throw new Error(`line ${line}: not four cells: ${row}`);
  const [judge, check, where, reason] = cells as [string, string, string, string];
  return { judge, check, where, reason, line };
}

const cellsOf = (row: string): string[] =>
  row
    .split("|")
    .slice(1, -1)
    .map((cell) => cell.trim().replace(/^`(.*)`$/, "$1"));

const isSame = (a: Exception, b: Exception): boolean =>
  a.judge === b.judge && a.check === b.check && a.where === b.where;

/** Whether the exception is made for this finding of `judge`. */
export function excepts(exception: Exception, judge: string, finding: Finding): boolean {
  return (
    exception.judge === judge &&
    exception.check === finding.check &&
    containsRun(partsOf(finding.where), partsOf(exception.where))
  );
}

/** The parts of an address or a path, without the keys of `count` and `for_each`. */
const partsOf = (where: string): string[] => where.replace(/\[(?:\d+|"(?:\\.|[^"\\])*")\]/g, "").split(/[./]/);

const containsRun = (parts: readonly string[], run: readonly string[]): boolean =>
  parts.some((_, start) => run.every((part, i) => parts[start + i] === part));
