import type { Cloud } from "../cloud";
import type { Module } from "../module";
import type { As, Profile } from "../spec";

/** What the engine works with and does not know itself. */
export interface Toolbox {
  readonly cloud: Cloud;
  readonly registry: ReadonlyMap<string, Module>;
  readonly profiles: Readonly<Record<string, Profile>>;
  /** Other names for ephemeral environments. */
  readonly as?: As;
  /** The rendered files of a module, by path below its folder. */
  readonly moduleFiles: (name: string) => Promise<ReadonlyMap<string, string>>;
  /** The text of a Handlebars template, by its path below `templates/`. */
  readonly template: (name: string) => string;
}
