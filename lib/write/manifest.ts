import { UserError } from "../diagnostic";
import { fingerprint } from "./fingerprint";
import { ownFolder, pathFault } from "./paths";

/** What we wrote: path → fingerprint. */
export type Manifest = ReadonlyMap<string, string>;

/** Where the manifest is, relative to the root. */
export const manifestPath = `${ownFolder}/manifest.json`;

/** Raised when releases before the change can no longer read the manifest. */
const manifestVersion = 1;

const note = "What Groundplan wrote here, so that it overwrites nothing else. Keep it in version control.";

/** The manifest of a tree: one line per file, sorted, so that branches that touch different files merge. */
export function printManifest(tree: ReadonlyMap<string, string>): string {
  const paths = [...tree.keys()].sort();
  const files = Object.fromEntries(paths.map((path) => [path, fingerprint(path, tree.get(path) ?? "")]));
  return `${JSON.stringify({ "//": note, version: manifestVersion, files }, null, 2)}\n`;
}

/**
 * Reads a manifest.
 *
 * @throws UserError if it is broken, has merge conflicts, names files elsewhere, or comes from a later release.
 */
export function parseManifest(text: string): Manifest {
  if (/^(<{7}|={7}|>{7})/m.test(text)) throw brokenManifest("has merge conflicts");
  const value = parseJson(text);
  if (!isRecord(value) || !isRecord(value.files)) throw brokenManifest("is not what was written there");
  if (value.version !== manifestVersion) throw versionError(value.version);
  return new Map(Object.entries(value.files).map(parseLine));
}

function parseLine([path, hash]: [string, unknown]): [string, string] {
  const fault = typeof hash === "string" ? pathFault(path) : "has no fingerprint";
  if (typeof hash !== "string" || fault) throw brokenManifest(`is damaged: ${JSON.stringify(path)} ${fault}`);
  return [path, hash];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function brokenManifest(fault: string): UserError {
  return new UserError([
    {
      message: `"${manifestPath}" ${fault}.`,
      help:
        "Restore it from version control (after a conflict, either side will do) or delete it, and run again. " +
        "Files that are as they would be written are taken over; for the others you will be asked to use --force.",
    },
  ]);
}

function versionError(version: unknown): UserError {
  return new UserError([
    {
      message: `"${manifestPath}" has version ${JSON.stringify(version)}; this release knows version ${manifestVersion}.`,
      help: "A later release wrote it: install that one, or a later one still.",
    },
  ]);
}
