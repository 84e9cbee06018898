import { shown } from "../explain/print";
import { table } from "../table";
import type { Difference, Side } from "./environments";

/** What differs between two environments as a table; a sentence where nothing does. */
export function printEnvironments(differences: readonly Difference[], a: string, b: string): string {
  if (differences.length === 0) return `${a} and ${b} do not differ.\n`;
  const rows = differences.map(({ component = "(environment)", input, values }) => [
    component,
    input,
    ...cells(input, values[a]),
    ...cells(input, values[b]),
  ]);
  return table([["component", "input", a, "set by", b, "set by"], ...rows]);
}

function cells(input: string, side: Side | undefined): [value: string, setBy: string] {
  if (!side) return ["", ""];
  const { value, layer, file, line } = side;
  const text = input === "only" && typeof value === "boolean" ? (value ? "present" : "absent") : shown(value);
  return [text, file === undefined ? layer : `${layer} (${file}:${line})`];
}
