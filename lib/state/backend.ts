import type { Fields, ObjectSchema, Output } from "../schema";

/** Whose state a root keeps. */
export interface Place {
  readonly project: string;
  /** The service, where each has states of its own. */
  readonly service?: string | undefined;
  /** The environment; undefined for one root with a Terraform workspace per environment. */
  readonly environment: string | undefined;
  /** Region of the project's first environment, where its cloud has regions. */
  readonly region: string | undefined;
}

/** Settings as Terraform JSON has them. */
export type Settings = Readonly<Record<string, unknown>>;

/** What is written of `state`, with defaults: the name of the backend and its options. */
export interface State {
  readonly backend: string;
  readonly [option: string]: unknown;
}

/** What `terraform_remote_state` is told of a state. */
export interface Reading {
  readonly backend: string;
  readonly config: Settings;
}

/** A state backend of Terraform: everything that is known of it. */
export interface Backend<F extends Fields = Fields> {
  readonly name: string;
  /** One sentence for editors and documentation. */
  readonly summary: string;
  /** What an author may set: Terraform's own options, and words of ours for what comes before an environment's place. */
  readonly options: ObjectSchema<F>;
  /** Secret options of Terraform, nested ones with dots, and the environment variable that each is given by instead. */
  readonly secrets: Readonly<Record<string, string>>;
  /** Options of Terraform that are not for an author, and what to do instead. */
  readonly refused: Readonly<Record<string, string>>;
  /** Whether it is Terraform's `cloud` block; a `backend` block if absent. */
  readonly block?: "cloud";
  /** The settings of a root's block that say which state it is; the others say how it is reached. */
  readonly place: readonly string[];
  /** The setting that the store cuts off where it has more characters, so that two places could become one. */
  readonly cut?: { readonly setting: string; readonly after: number };
  /** All settings of one root's block, among them those that keep environments apart. */
  settings(options: Output<ObjectSchema<F>>, place: Place): Settings;
  /**
   * What stands before an environment's name in what Terraform calls its workspace: first for the command line, then
   * where Terraform itself may see another. None where the backend has no workspaces.
   */
  workspaces(options: Output<ObjectSchema<F>>, place: Place): readonly string[];
  /** How another root reads the state, where that is not by the backend of that name with the same settings. */
  reading?(options: Output<ObjectSchema<F>>, place: Place): Reading;
  /** Where the state is, for the README of the project: a sentence in Markdown. */
  where(options: Output<ObjectSchema<F>>): string;
}

/** Declares a backend; the types of its options are those of its schema. */
export const defineBackend = <F extends Fields>(backend: Backend<F>): Backend => backend as unknown as Backend;

/** Workspaces that have the names of their environments. */
export const ownNames = (): readonly string[] => [""];
