import type { Ref } from "../expression";
import type { Fields, Schema } from "../schema";
import type { Bootstrap } from "./bootstrap";
import type { Login } from "./login";

export type { Bootstrap, Deployment, Flaw, Foundation, Foundations, Ground } from "./bootstrap";
export type { Grant, Login } from "./login";

/** What an environment sets of a cloud, by name: `region`, `account`. */
export type Settings = Readonly<Record<string, string>>;

/** Settings of which some are expressions. */
export type Expressions = Readonly<Record<string, string | Ref<string | undefined>>>;

/** A reference that every component can make: `${region}`. */
export interface Builtin {
  /** The data source that answers it, where the composition cannot be told by its roots. */
  readonly data?: Readonly<Record<string, unknown>>;
  /** HCL of its value in the composition. */
  readonly value: string;
}

/** How an environment tells others what it exports: as a text under a name, where they can look it up. */
export interface Publication {
  /** The word of an export that gives the name. */
  readonly word: string;
  /** What the name, and the text, must be. */
  readonly name: Schema;
  readonly value: Schema;
  /** The module of which one call makes all of them: its input `parameters` has name, value and description by key. */
  readonly module: string;
  /** The resource that it makes of each: its address in the module, without the key. */
  readonly resource: string;
  /** The data source that looks one up: its type, the argument that takes the name, and the attribute with the text. */
  readonly lookup: { readonly type: string; readonly argument: string; readonly attribute: string };
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
  /** What tags are: a map of texts. */
  readonly tags: Schema;
  /** References to settings; each has the name of its setting. */
  readonly builtins: Readonly<Record<string, Builtin>>;
  /** The provider block of an environment. */
  readonly provider: (settings: Settings, tags: Settings) => Readonly<Record<string, unknown>>;
  /** The same where only Terraform knows some settings, which may be null unless required. */
  readonly variableProvider: (
    settings: Expressions,
    tags: Settings | Ref<Settings>,
  ) => Readonly<Record<string, unknown>>;
  /** How an environment tells others what it exports; absent where it cannot. */
  readonly publication?: Publication;
  /** A text that an output of a component may be, for plans of what needs it before it is there. */
  readonly placeholder: (output: string, label: string) => string;
  /** How the store of a state backend is made, by the backend's name. */
  readonly bootstraps?: Readonly<Record<string, Bootstrap>>;
  /** How a job of a pipeline takes a role; absent where it cannot. */
  readonly login?: Login;
}
