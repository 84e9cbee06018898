import path from "node:path";
import { type Location, type Sources, UserError } from "../diagnostic";
import { expandGlob, type LocatedEntry, type LocatedMap, loadText, parse } from "../source";
import type { Report } from "./reading";
import { warnOfSecrets } from "./secrets";

/** The parts of a spec, from the main file and those that it includes. */
export interface Files {
  /** The folder of the main file; nothing of the spec is outside it. */
  readonly root: string;
  readonly main: LocatedMap;
  /** Services of all files, by name. */
  readonly services: ReadonlyMap<string, LocatedEntry>;
  /** Patterns of all files, by name. */
  readonly patterns: ReadonlyMap<string, LocatedEntry>;
  /** Exports of all files, by name. */
  readonly exports: ReadonlyMap<string, LocatedEntry>;
}

/** Texts in the place of those of files, by name. */
type Texts = ReadonlyMap<string, string>;

/**
 * Reads a spec and the files that it includes.
 * @throws UserError where a file is missing or its YAML is not right: what it was to hold cannot be guessed.
 */
export function readFiles(file: string, sources: Sources, report: Report, texts: Texts = new Map()): Files {
  const root = path.dirname(path.resolve(file));
  const name = path.basename(file);
  const textOf = (one: string) => texts.get(one) ?? loadText(root, one);
  const main = parseFile(name, textOf(name), sources, report);
  const included = main ? [...includesOf(root, main, report)].filter(([one]) => one !== name) : [];
  const parts = included.map(([one, location]) =>
    report.attempt(() => parseFile(one, textOf(one), sources, report), location),
  );
  if (!main || report.diagnostics.length > 0) throw new UserError(report.diagnostics);
  const all = [main, ...(parts as LocatedMap[])];
  for (const part of all) warnOfSecrets(part, report);
  for (const part of all.slice(1)) refuseSettings(part, report);
  const entriesOf = (word: Shared) => gathered(word, all, report);
  const [services, patterns, exports] = [entriesOf("services"), entriesOf("patterns"), entriesOf("exports")];
  return { root, main, services, patterns, exports };
}

function parseFile(name: string, text: string, sources: Sources, report: Report): LocatedMap | undefined {
  sources.add(name, text);
  const { value, diagnostics } = parse(name, text);
  report.diagnostics.push(...diagnostics);
  return value;
}

/** The files that the main file includes, sorted, and where it says so. */
function includesOf(root: string, main: LocatedMap, report: Report): ReadonlyMap<string, Location> {
  const include = main.entries.get("include")?.value;
  const found = new Map<string, Location>();
  for (const item of include?.kind === "list" ? include.items : []) {
    if (item.kind !== "scalar") continue;
    for (const name of report.attempt(() => expandGlob(root, item.text), item.location) ?? [])
      found.set(name, item.location);
  }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The words that may stand in every file, and what each entry of theirs is. */
const shared = { services: "service", patterns: "pattern", exports: "export" } as const;
type Shared = keyof typeof shared;

function refuseSettings(part: LocatedMap, report: Report): void {
  const words = Object.keys(shared);
  const allowed = words
    .map((word) => `\`${word}\``)
    .join(", ")
    .replace(/, (?=[^,]*$)/, " and ");
  for (const [key, entry] of part.entries) {
    if (!words.includes(key))
      report.add(entry.key, `an included file holds ${allowed} only, not \`${key}\``, "move it to the main file");
  }
}

/** The entries of a word in all files, by name. */
function gathered(word: Shared, parts: readonly LocatedMap[], report: Report): ReadonlyMap<string, LocatedEntry> {
  const all = new Map<string, LocatedEntry>();
  for (const { entries } of parts) {
    const value = entries.get(word)?.value;
    if (value?.kind === "map") addAll(all, value, shared[word], report);
    else if (value) report.add(value.location, `\`${word}\` must be a mapping of ${word}`, "write each under its name");
  }
  return all;
}

function addAll(all: Map<string, LocatedEntry>, { entries }: LocatedMap, what: string, report: Report): void {
  for (const [name, entry] of entries) {
    const other = all.get(name);
    const help = `it is also defined in ${other?.key.file}; give one of them another name`;
    if (other) report.add(entry.key, `${what} ${name} is defined twice`, help);
    else all.set(name, entry);
  }
}
