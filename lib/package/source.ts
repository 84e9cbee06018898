import type { Diagnostic, Location } from "../diagnostic";
import { UserError } from "../diagnostic";

/** A code folder and what becomes of it. */
export interface PackageSource {
  /** The folder with the code, absolute or relative to the working directory. */
  readonly folder: string;
  /** First part of the package's file name: letters, digits, `-`, `_` and dots. */
  readonly name: string;
  /** The folder that packages are kept in; made if missing. */
  readonly into: string;
  /** Where the spec names the folder; passed on to what is reported. */
  readonly location?: Location;
}

/** Reports problems of one code folder, all at the place where the spec names it. */
export function sourceError(source: PackageSource, ...problems: readonly Diagnostic[]): UserError {
  const { location } = source;
  return new UserError(location ? problems.map((problem) => ({ ...problem, location })) : problems);
}
