import type { Fields } from "../schema";

/** What an environment sets of a cloud, by name: `region`, `account`. */
export type Settings = Readonly<Record<string, string>>;

/** A reference that every component can make: `${region}`. */
export interface Builtin {
  /** The data source that answers it, where the composition cannot be told by its roots. */
  readonly data?: Readonly<Record<string, unknown>>;
  /** HCL of its value in the composition. */
  readonly value: string;
}

/** Where infrastructure is made: everything that the engine must know of a cloud, as a value. */
export interface Cloud {
  /** The provider's local name. */
  readonly name: string;
  readonly source: string;
  /** Version constraint of modules: the oldest provider that has every argument we use. */
  readonly minimum: string;
  /** Version constraint of environments. */
  readonly pinned: string;
  /** What an environment may set: all texts. */
  readonly settings: Fields;
  /** Settings that every environment needs and that the project may set for all of them. */
  readonly required: readonly string[];
  /** References to settings; each has the name of its setting. */
  readonly builtins: Readonly<Record<string, Builtin>>;
  /** The provider block of an environment. */
  readonly provider: (settings: Settings, tags: Settings) => Readonly<Record<string, unknown>>;
  /** The provider block that takes the settings from variables of the same names, which may be null unless required. */
  readonly variableProvider: (settings: readonly string[], tags: Settings) => Readonly<Record<string, unknown>>;
}
