import { Sources } from "../../lib/diagnostic";
import { type Located, parse } from "../../lib/source";

/** What a diagnostic says and where, as `line:column message`. */
export function problems(text: string): string[] {
  const sources = new Sources();
  sources.add("f.yaml", text);
  return parse("f.yaml", text).diagnostics.map(({ message, location }) => {
    const position = location && sources.position(location.file, location.start);
    return `${position?.line}:${position?.column} ${message}`;
  });
}

/** The value of a file that is right. */
export function parsed(text: string): Located {
  const { value, diagnostics } = parse("f.yaml", text);
  if (value === undefined || diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics));
  return value;
}

/** A located value as plain data: scalars as text. */
export function plain(value: Located): unknown {
  if (value.kind === "scalar") return value.text;
  if (value.kind === "list") return value.items.map(plain);
  return Object.fromEntries(Array.from(value.entries, ([key, entry]) => [key, plain(entry.value)]));
}
