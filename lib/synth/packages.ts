import path from "node:path";
import type { Artifact } from "../compose";
import { type Diagnostic, UserError } from "../diagnostic";
import type { Package, PackageSource } from "../package";
import { CodeFolder, type Project, type Value } from "../spec";

/** Makes a package of a code folder, or says what it would be. */
export type Pack = (source: PackageSource) => Promise<Package>;

/**
 * A package per code folder of a project, by path, named after the first component that has it.
 * @throws UserError with what is wrong in any of the folders, at the line that names it.
 */
export async function packagesOf(project: Project, into: string, pack: Pack): Promise<ReadonlyMap<string, Artifact>> {
  const artifacts = new Map<string, Artifact>();
  const problems: Diagnostic[] = [];
  for (const { firstLabel, values } of project.components.values()) {
    for (const { folder, written, location } of foldersIn(Object.values(values) as Value[])) {
      if (artifacts.has(folder)) continue;
      const asWritten = ({ message, ...rest }: Diagnostic) => ({
        ...rest,
        message: message.replace(folder, () => written),
      });
      const made = await attempt(
        () => pack({ folder, name: firstLabel, into, location }),
        (problem) => problems.push(asWritten(problem)),
      );
      artifacts.set(folder, { name: path.basename(made?.file ?? ""), hash: made?.sourceCodeHash ?? "" });
    }
  }
  if (problems.length > 0) throw new UserError(problems);
  return artifacts;
}

async function attempt<T>(work: () => Promise<T>, report: (problem: Diagnostic) => void): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    error.diagnostics.forEach(report);
    return undefined;
  }
}

function foldersIn(value: Value): readonly CodeFolder[] {
  if (value instanceof CodeFolder) return [value];
  return typeof value === "object" ? Object.values(value).flatMap((item) => foldersIn(item as Value)) : [];
}
