/** A stretch of a string as Terraform reads it: text, or a sequence `${…}` or `%{…}` that it evaluates. */
export interface Stretch {
  readonly text: string;
  readonly isSequence: boolean;
}

/**
 * A string as Terraform reads it, in order. `$${` and `%%{` are text: they stand for `${` and `%{`.
 * A sequence that has no end reaches to the end of the string.
 * Source: https://developer.hashicorp.com/terraform/language/expressions/strings
 */
export function stretches(text: string): Stretch[] {
  const found: Stretch[] = [];
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    if (!startsSequence(text, i)) continue;
    const end = endOfSequence(text, i + 2);
    if (i > from) found.push({ text: text.slice(from, i), isSequence: false });
    found.push({ text: text.slice(i, end), isSequence: true });
    from = end;
    i = end - 1;
  }
  return from < text.length ? [...found, { text: text.slice(from), isSequence: false }] : found;
}

/** Where a sequence ends: after the brace that closes it, past the braces and strings inside. */
function endOfSequence(text: string, start: number): number {
  let depth = 1;
  for (let i = start; i < text.length; i++) {
    if (text[i] === '"') i = endOfString(text, i + 1) - 1;
    else if (text[i] === "{") depth += 1;
    else if (text[i] === "}" && --depth === 0) return i + 1;
  }
  return text.length;
}

function endOfString(text: string, start: number): number {
  for (let i = start; i < text.length; i++) {
    if (text[i] === '"') return i + 1;
    if (text[i] === "\\") i += 1;
    else if (startsSequence(text, i)) i = endOfSequence(text, i + 2) - 1;
  }
  return text.length;
}

const startsSequence = (text: string, i: number) =>
  (text[i] === "$" || text[i] === "%") && text[i + 1] === "{" && text[i - 1] !== text[i];

/** A string as a quoted HCL template: text is escaped, sequences stay as they are. */
export const quoted = (text: string): string =>
  `"${stretches(text)
    .map((one) => (one.isSequence ? one.text : escaped(one.text)))
    .join("")}"`;

// JSON's escapes are HCL's, but for \b and \f.
const escaped = (text: string) =>
  JSON.stringify(text)
    .slice(1, -1)
    .replace(/\\(.)/g, (code, kind) => controls[kind as "b" | "f"] ?? code);
const controls = { b: "\\u0008", f: "\\u000c" };

/** Text that a `${…}` can follow: a `$` at its end would escape it. */
export const beforeSequence = (text: string): string => text.replace(/\$+$/, (signs) => `\${"${signs}"}`);
