/** A text as one cell of a Markdown table. */
export const cell = (text: string): string =>
  text
    .trim()
    .replaceAll("|", "\\|")
    .replaceAll(/\s*\n\s*/g, "<br>");

/** A text as code in a cell of a Markdown table; backticks in it stay. */
export function code(text: string): string {
  const runs = text.match(/`+/g) ?? [];
  const fence = "`".repeat(Math.max(0, ...runs.map((run) => run.length)) + 1);
  const space = text.startsWith("`") || text.endsWith("`") ? " " : "";
  return cell(fence + space + text.replaceAll("\n", " ") + space + fence);
}
