import type { ObjectSchema } from "../schema";
import type { State } from "../state";
import type { Settings } from "./index";

/** What a root that makes the store of a state backend is rendered from. */
export interface Foundation {
  readonly project: string;
  readonly layout: "directories" | "workspaces";
  /** What the spec says of its state, with defaults. */
  readonly state: State;
  /** What the spec says by the word `bootstrap`, with defaults. */
  readonly options: Readonly<Record<string, unknown>>;
  /** Settings of each environment, by name. */
  readonly environments: Readonly<Record<string, Settings>>;
  /** The services, where each has states of its own. */
  readonly services?: readonly string[];
  /** Settings of the providers that each environment has beside its own, by its name. */
  readonly furtherProviders: Readonly<Record<string, readonly Settings[]>>;
  /** Region of the project's first environment, where its cloud has regions. */
  readonly region: string | undefined;
  /** The folder of modules, from the root. */
  readonly modules: string;
  /** Tags of everything that is made. */
  readonly tags: Settings;
}

/** A foundation as far as it is known before the components are read. */
export type Ground = Omit<Foundation, "furtherProviders" | "modules" | "services" | "tags">;

/** What is wrong in a foundation: at a path below `bootstrap`. */
export interface Flaw {
  readonly path: readonly string[];
  readonly message: string;
  readonly help: string;
}

type Json = Readonly<Record<string, unknown>>;

/** The blocks of a root by file: what it makes, by which providers, and what it tells. Strings are Terraform templates. */
export interface Foundations {
  readonly main: Json;
  readonly providers: Json;
  readonly outputs: Json;
}

/** What the pipeline of an environment deploys as, and where it has to run for that. */
export interface Deployment {
  /** The role; undefined where the spec does not say enough to know it. */
  readonly role?: string;
  /** The job of GitHub that may take it: one in an environment, or one on a branch without an environment. */
  readonly github?: { readonly audience: string; readonly environment?: string; readonly branch?: string };
  /** The job of GitLab that may take it. */
  readonly gitlab?: { readonly audience: string; readonly ref: string; readonly ref_type: "branch" | "tag" };
}

/** How the store of one state backend is made. */
export interface Bootstrap {
  /** What a spec may say of it by the word `bootstrap`. */
  readonly options: ObjectSchema;
  /** The module that the root calls; its files are rendered beside the others. */
  readonly module?: string;
  /** What Terraform says, on one line, where the store is not there yet. */
  readonly absent: RegExp;
  readonly flaws?: (ground: Ground) => readonly Flaw[];
  /** What pipelines deploy as, by environment. */
  readonly deployments?: (ground: Ground) => Readonly<Record<string, Deployment>>;
  readonly root: (foundation: Foundation) => Foundations;
}
