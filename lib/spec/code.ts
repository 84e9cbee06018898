import fs from "node:fs";
import path from "node:path";
import type { Diagnostic, Location } from "../diagnostic";
import type { Module } from "../module";
import { isEmpty, type LocatedMap } from "../source";
import { isInside } from "./inside";
import { CodeFolder, type Value } from "./project";

/** The inputs of a component, parted into the code that they name as a folder, and the rest. */
export interface Parted {
  readonly code: Readonly<Record<string, Value>>;
  readonly rest: LocatedMap;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Takes a code folder out of the inputs of a component.
 * @param root absolute path of the folder that the spec is in
 */
export function takeCode({ code: input }: Module, tree: LocatedMap, root: string): Parted {
  const given = input === undefined ? undefined : tree.entries.get(input)?.value;
  if (input === undefined || given?.kind !== "scalar" || isEmpty(given))
    return { code: {}, rest: tree, diagnostics: [] };
  const { text, location } = given;
  const folder = new CodeFolder(path.resolve(root, path.dirname(location.file), text), text, location);
  const entries = new Map(tree.entries);
  entries.delete(input);
  return {
    code: { [input]: { filename: folder, source_code_hash: folder } },
    rest: { ...tree, entries },
    diagnostics: problemsOf(folder, root),
  };
}

function problemsOf({ folder, written, location }: CodeFolder, root: string): Diagnostic[] {
  const stats = fs.statSync(folder, { throwIfNoEntry: false });
  if (!isInside(root, folder))
    return problem(
      location,
      `the code folder "${written}" is outside the folder of the spec`,
      "name a folder below it",
    );
  if (!stats) return problem(location, `there is no code folder "${written}"`, other);
  return stats.isDirectory() ? [] : problem(location, `"${written}" is no folder`, `name the folder that it is in`);
}

const other = "write the path of a folder, relative to this file; or name an S3 object or an image";

const problem = (location: Location, message: string, help: string): Diagnostic[] => [{ message, location, help }];
