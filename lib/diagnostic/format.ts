import { createColors } from "picocolors";
import { type Diagnostic, type Location, type Related, severities, severityOf } from "./diagnostic";
import { type FrameLine, frame } from "./frame";
import { inOrder } from "./order";
import { printable } from "./printable";
import type { Sources } from "./sources";

type Colors = ReturnType<typeof createColors>;

/**
 * Diagnostics as a compiler prints them: each with its place, the lines of source around it and what helps, sorted by
 * file and place, and their number at the end. Nothing of the user's text can steer the terminal. Ends in a newline.
 */
export function format(diagnostics: readonly Diagnostic[], sources: Sources, options: { color: boolean }): string {
  const colors = createColors(options.color);
  const all = inOrder(diagnostics);
  const blocks = all.map((diagnostic) => block(diagnostic, sources, colors));
  return `${blocks.join("\n\n")}\n\n${counted(all)}\n`;
}

/** How many of each there are: `2 errors, 1 warning`. */
const counted = (all: readonly Diagnostic[]): string =>
  severities
    .map((severity) => ({ severity, count: all.filter((one) => severityOf(one) === severity).length }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => `${count} ${severity}${count === 1 ? "" : "s"}`)
    .join(", ");

function block(diagnostic: Diagnostic, sources: Sources, colors: Colors): string {
  const { message, location, help, related = [], isSecret } = diagnostic;
  const severity = severityOf(diagnostic);
  const paint = severity === "error" ? colors.red : colors.yellow;
  const lines = location && !isSecret ? frame(location, sources) : [];
  const gutter = Math.max(2, ...lines.map(({ number }) => String(number).length));
  return [
    `${location ? colors.bold(`${place(location, sources)} `) : ""}${paint(colors.bold(`${severity}:`))} ${colors.bold(printable(message))}`,
    ...lines.flatMap((line) => drawn(line, gutter, colors, paint)),
    ...elsewhere(related, sources).map((line) => `   ${colors.dim(line)}`),
    ...(help === undefined
      ? []
      : [`   ${colors.cyan("help:")} ${help.split("\n").map(printable).join("\n         ")}`]),
  ].join("\n");
}

/** How many other places are shown of a diagnostic. */
const MOST = 4;

function elsewhere(related: readonly Related[], sources: Sources): readonly string[] {
  const shown = related.slice(0, MOST).map((one) => `${printable(one.message)} at ${place(one.location, sources)}`);
  return related.length > MOST ? [...shown, `and ${related.length - MOST} more`] : shown;
}

function place({ file, start }: Location, sources: Sources): string {
  const position = sources.position(file, start);
  return `${printable(file)}${position ? `:${position.line}:${position.column}` : ""}`;
}

function drawn({ number, text, caret }: FrameLine, gutter: number, colors: Colors, paint: Colors["red"]): string[] {
  const margin = (label: string) => colors.dim(`   ${label.padStart(gutter)} | `);
  const line = `${margin(String(number))}${text}`.trimEnd();
  if (caret === undefined) return [line];
  return [line, `${margin("")}${" ".repeat(caret.before)}${paint("^".repeat(caret.width))}`];
}
