import { createHash } from "node:crypto";

/**
 * What a file says, whatever it looks like: 32 hex digits. For `.json` that is the parsed value, so that neither
 * layout nor the order of keys counts as an edit; for every other file, and for broken JSON, the text with its line
 * endings as LF.
 */
export function fingerprint(path: string, text: string): string {
  const content = (path.endsWith(".json") ? canonicalJson(text) : undefined) ?? text.replaceAll("\r\n", "\n");
  return createHash("sha256").update(content).digest("hex").slice(0, 32);
}

function canonicalJson(text: string): string | undefined {
  try {
    return canonical(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function canonical(value: unknown): string {
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  const object = value as Readonly<Record<string, unknown>>;
  const members = Object.keys(object).sort();
  return `{${members.map((key) => `${JSON.stringify(key)}:${canonical(object[key])}`).join()}}`;
}
