import path from "node:path";
import { type Location, type Sources, UserError } from "../diagnostic";
import { expandGlob, type LocatedEntry, type LocatedMap, loadText, parse } from "../source";
import type { Report } from "./reading";

/** The parts of a spec, from the main file and those that it includes. */
export interface Files {
  /** The folder of the main file; nothing of the spec is outside it. */
  readonly root: string;
  readonly main: LocatedMap;
  /** Services of all files, by name. */
  readonly services: ReadonlyMap<string, LocatedEntry>;
}

/**
 * Reads a spec and the files that it includes.
 * @throws UserError where a file is missing or its YAML is not right: what it was to hold cannot be guessed.
 */
export function readFiles(file: string, sources: Sources, report: Report): Files {
  const root = path.dirname(path.resolve(file));
  const name = path.basename(file);
  const main = parseFile(root, name, sources, report);
  const included = main ? [...includesOf(root, main, report)].filter(([one]) => one !== name) : [];
  const parts = included.map(([one, location]) =>
    attempt(() => parseFile(root, one, sources, report), location, report),
  );
  if (!main || report.diagnostics.length > 0) throw new UserError(report.diagnostics);
  return { root, main, services: servicesOf(main, parts as LocatedMap[], report) };
}

function parseFile(root: string, name: string, sources: Sources, report: Report): LocatedMap | undefined {
  const text = loadText(root, name);
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
    for (const name of attempt(() => expandGlob(root, item.text), item.location, report) ?? [])
      found.set(name, item.location);
  }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What went wrong with a file belongs to the line that includes it. */
function attempt<T>(work: () => T, location: Location, report: Report): T | undefined {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    report.diagnostics.push(...error.diagnostics.map((diagnostic) => ({ ...diagnostic, location })));
    return undefined;
  }
}

function servicesOf(main: LocatedMap, parts: readonly LocatedMap[], report: Report): Files["services"] {
  const services = new Map<string, LocatedEntry>();
  addServices(services, main, report);
  for (const part of parts) {
    refuseSettings(part, report);
    addServices(services, part, report);
  }
  return services;
}

function refuseSettings(part: LocatedMap, report: Report): void {
  for (const [key, entry] of part.entries) {
    if (key !== "services")
      report.add(entry.key, `an included file holds \`services\` only, not \`${key}\``, "move it to the main file");
  }
}

function addServices(all: Map<string, LocatedEntry>, part: LocatedMap, report: Report): void {
  const services = part.entries.get("services")?.value;
  if (!services) return;
  if (services.kind !== "map") {
    report.add(services.location, "`services` must be a mapping of services", "write each under its name");
    return;
  }
  for (const [name, entry] of services.entries) {
    const other = all.get(name);
    const help = `it is also defined in ${other?.key.file}; give one of them another name`;
    if (other) report.add(entry.key, `service ${name} is defined twice`, help);
    else all.set(name, entry);
  }
}
