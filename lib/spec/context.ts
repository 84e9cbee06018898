import type { Cloud } from "../cloud";
import type { Module } from "../module";
import type { Move } from "./moves";
import type { Environment } from "./project";
import type { Providers } from "./providers";
import type { Report } from "./reading";

/** Values that an environment starts from: inputs by module. */
export type Profile = Readonly<Record<string, object>>;

/** What the parts of a spec are read against. */
export interface Context {
  readonly cloud: Cloud;
  readonly project: string;
  /** Absolute path of the folder that everything of the spec is in. */
  readonly root: string;
  readonly registry: ReadonlyMap<string, Module>;
  readonly profiles: Readonly<Record<string, Profile>>;
  readonly environments: readonly Environment[];
  /** Providers beside those of the environments. */
  readonly providers: Providers;
  /** What became of components that were there before. */
  readonly moves: readonly Move[];
  readonly report: Report;
}
