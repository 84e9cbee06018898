import { type Diagnostic, UserError } from "../diagnostic";

/** The folder in the root where we keep books; nothing else is written to it. */
export const ownFolder = ".groundplan";

/**
 * Refuses paths that lead out of the root or into {@link ownFolder}, and paths that are the same file on a system that
 * ignores letter case or that need a folder where another one has its file.
 *
 * @throws UserError with every such path.
 */
export function checkPaths(paths: Iterable<string>): void {
  const all = [...paths];
  const problems = [...all.flatMap(pathProblem), ...collisions(all)];
  if (problems.length > 0) throw new UserError(problems);
}

/** Why a path is not one of a file below the root; nothing if it is. */
export function pathFault(path: string): string | undefined {
  if (path.includes("\0")) return "contains a NUL character";
  if (path.includes("\\")) return "contains a backslash";
  if (path.startsWith("/") || /^[A-Za-z]:/.test(path)) return "is absolute";
  const segments = path.split("/");
  if (segments.includes("..")) return "leads upwards";
  if (segments.includes("") || segments.includes(".")) return "has an empty part";
  if (fold(segments[0] ?? "") === ownFolder) return `is inside "${ownFolder}", which is kept for the manifest`;
  return undefined;
}

/** What a system that ignores letter case and the composition of accents takes a name for. */
export function fold(name: string): string {
  return name.normalize("NFC").toLowerCase();
}

/** The folders above a path, nearest first, without the root. */
export function foldersAbove(path: string): string[] {
  const segments = path.split("/");
  return segments.slice(1).map((_, index) => segments.slice(0, -1 - index).join("/"));
}

function pathProblem(path: string): Diagnostic[] {
  const fault = pathFault(path);
  return fault ? [{ message: `The path ${JSON.stringify(path)} ${fault}.`, help: pathHelp }] : [];
}

const pathHelp = "Paths are relative to the output folder, stay inside it, and use forward slashes.";

function collisions(paths: readonly string[]): Diagnostic[] {
  const known = new Map<string, string>();
  const problems: Diagnostic[] = [];
  for (const path of paths) {
    const twin = known.get(fold(path));
    if (twin !== undefined) problems.push(collision(path, twin, "are one file where letter case does not count"));
    known.set(fold(path), path);
  }
  for (const path of paths) {
    const file = foldersAbove(path).flatMap((folder) => known.get(fold(folder)) ?? [])[0];
    if (file !== undefined) problems.push(collision(path, file, "cannot both exist: one is a folder of the other"));
  }
  return problems;
}

function collision(path: string, other: string, fault: string): Diagnostic {
  return { message: `The paths "${other}" and "${path}" ${fault}.`, help: "Rename what one of them is named after." };
}
