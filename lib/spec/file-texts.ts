import path from "node:path";
import { type Location, UserError } from "../diagnostic";
import { isEmpty, type Located, type LocatedEntry, type LocatedMap, type LocatedScalar, loadText } from "../source";
import type { Context } from "./context";
import { corrected, didYouMean, nearest } from "./did-you-mean";
import { isInside } from "./inside";
import { type Path, partsOf, textOfParts } from "./mention";
import type { Report } from "./reading";
import { secretIn } from "./secrets";

export type Reading = Pick<Context, "root" | "report">;

export const wordsOfFiles: readonly string[] = ["file", "with"];

/** Stands for a text that could not be read: a reference that is always right, so that nothing else is said of it. */
const UNREAD = { kind: "scalar", text: "${environment}", quoted: true } as const;

/** The text of a file that `{ file: …, with: … }` names, with what stands for its names. */
export function fileText(written: LocatedMap, reading: Reading): LocatedScalar {
  const { report } = reading;
  const { entries } = corrected(written, wordsOfFiles, (word, place) => {
    report.add(place, `the text of a file has no word ${word}`, "its words are `file` and `with`");
    return nearest(word, wordsOfFiles);
  });
  const named = (entries.get("file") as LocatedEntry).value;
  const file = nameOf(named, report);
  const substitutes = substitutesIn(entries.get("with"), report);
  const text = file && report.attempt(() => textOf(file, reading), file.location);
  if (text === undefined || !substitutes || !areFound(substitutes, text, file?.text ?? "", report))
    return { ...UNREAD, location: named.location };
  const secret = secretIn(text);
  if (secret) report.warn(named.location, `${file?.text} holds what looks like ${secret}`);
  const parts = replaced(text, substitutes);
  return { kind: "scalar", text: textOfParts(parts), quoted: true, location: named.location, parts };
}

function nameOf(named: Located, report: Report): LocatedScalar | undefined {
  const help = "such as `file: workflow.asl.json`";
  if (named.kind !== "scalar" || isEmpty(named) || named.text === "")
    report.add(named.location, "`file` must be the path of a file", help);
  else if (named.text.includes("${"))
    report.add(named.location, `a file is named by its path, not by a reference, got ${named.text}`, help);
  else return named;
  return undefined;
}

/** As large as a definition of Step Functions may be: https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html */
const limit = { megabytes: 1, help: "no input takes a text as long as that" };

function textOf({ text, location }: LocatedScalar, { root }: Reading): string {
  const file = path.posix.join(path.dirname(location.file), text);
  if (path.isAbsolute(text) || !isInside(root, path.resolve(root, file)))
    throw new UserError([
      { message: `${text} is outside the folder of the spec`, help: "write a path below it, relative to this file" },
    ]);
  // Terraform normalises all text.
  return loadText(root, file, limit).normalize("NFC");
}

interface Substitute {
  readonly key: Location;
  readonly parts: readonly (string | Path)[];
}
type Substitutes = ReadonlyMap<string, Substitute>;

const nameOfOne = /^[A-Za-z0-9_.-]+$/;

/** What stands for `${Name}` in a file, by name; undefined, and reported, where it is wrong. */
function substitutesIn(entry: LocatedEntry | undefined, report: Report): Substitutes | undefined {
  const help = "such as `with: { Table: orders }`, for ${Table} in the file";
  if (entry && entry.value.kind !== "map") report.add(entry.value.location, "`with` must be a mapping", help);
  if (entry && entry.value.kind !== "map") return undefined;
  const given = [...((entry?.value as LocatedMap | undefined)?.entries ?? [])];
  const read = given.map(([name, one]) => [name, substituteOf(name, one, report)] as const);
  return read.some(([, one]) => !one) ? undefined : new Map(read as [string, Substitute][]);
}

function substituteOf(name: string, { key, value }: LocatedEntry, report: Report): Substitute | undefined {
  const isNamed = nameOfOne.test(name);
  const isText = value.kind === "scalar" && !isEmpty(value);
  if (!isNamed) report.add(key, `the name "${name}" is not allowed in \`with\``, "letters, digits, _ . -");
  if (!isText) report.add(value.location, `${name} in \`with\` must be a text`, "write one value after the name");
  if (!isNamed || !isText) return undefined;
  const { location } = value;
  const parts = partsOf(value.text).map((part) => (typeof part === "string" ? part : { ...part, location }));
  return { key, parts };
}

const reference = /\$\{([A-Za-z0-9_.-]+)\}/g;

function areFound(substitutes: Substitutes, text: string, file: string, report: Report): boolean {
  const there = new Set([...text.matchAll(reference)].map(([, name = ""]) => name));
  const missing = [...substitutes].filter(([name]) => !there.has(name));
  for (const [name, { key }] of missing)
    report.add(key, `${file} does not contain \${${name}}`, didYouMean("names in it", name, [...there]));
  return missing.length === 0;
}

function replaced(text: string, substitutes: Substitutes): readonly (string | Path)[] {
  // The pattern has one group: every second piece is a name.
  const pieces = text.split(reference);
  const parts = pieces.flatMap((piece, i) => {
    if (i % 2 === 0) return [piece];
    return substitutes.get(piece)?.parts ?? [`\${${piece}}`];
  });
  return parts.filter((part) => part !== "");
}
