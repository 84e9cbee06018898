import { printable } from "../index";

/** Rows as aligned columns, two spaces apart; nothing in a cell can steer the terminal. */
export function table(rows: readonly (readonly string[])[], indent = ""): string {
  const cells = rows.map((row) => row.map(printable));
  const widths = (cells[0] ?? []).map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const lines = cells.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  "));
  return lines.map((line) => `${indent}${line.trimEnd()}\n`).join("");
}
