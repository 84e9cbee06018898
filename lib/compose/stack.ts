import type { Part } from "../expression";
import type { Module } from "../module";
import type { AtDeploy, Component, Environment, Project } from "../spec";

/** A package of code, made or to be made, for one component. */
export interface Artifact {
  /** File name below `.artifacts`. */
  readonly name: string;
  /** Base64 of the SHA-256 of its bytes. */
  readonly hash: string;
}

/** A module call of the composition. */
export interface Call {
  readonly component: Component;
  /** Its name in the composition. */
  readonly label: string;
  readonly module: Module;
  /** The environments that have it, where that is not all of them. */
  readonly only?: readonly string[];
  /** What the module is given; strings are Terraform templates. */
  readonly arguments: Readonly<Record<string, Part>>;
  /** Inputs of which each run is given the value, and the variables that carry it. */
  readonly atDeploy: readonly AtDeploy[];
  /** The Terraform type of the values that differ between environments, where some do. */
  readonly variable?: string;
}

/** What one environment gives to the composition. */
export interface Root {
  readonly environment: Environment;
  /** By label of the call: the values that differ, as plain data. */
  readonly values: Readonly<Record<string, unknown>>;
}

/** An output of the composition that others may rely on. */
export interface Exported {
  readonly name: string;
  readonly description?: string;
  readonly value: Part;
  readonly isSensitive: boolean;
}

/** The module call by which exports are told to others. */
export interface Publishing {
  readonly module: string;
  /** What it tells, by the keys of its `parameters`. */
  readonly keys: readonly string[];
  readonly arguments: Readonly<Record<string, Part>>;
}

/** A component in the state of another stack, of which this one needs outputs. */
export interface Foreign {
  readonly component: Component;
  /** Names of the outputs. */
  readonly outputs: ReadonlySet<string>;
}

/** One composition and its roots: in each environment, what is planned, applied and locked together. */
export interface Stack {
  /** Its name in Terraform. */
  readonly name: string;
  /** The service that it is of, where each has states of its own. */
  readonly service?: string;
  /** The folder of its composition, below the output folder; empty for the output folder itself. */
  readonly folder: string;
  readonly project: Project;
  readonly calls: readonly Call[];
  readonly roots: readonly Root[];
  readonly exports: readonly Exported[];
  readonly publishing?: Publishing;
  /** Local values that the calls refer to, by name. */
  readonly locals: ReadonlyMap<string, Part>;
  /** Built-in references that the calls make and the roots or the composition must answer. */
  readonly builtins: ReadonlySet<string>;
  /** What it needs of other stacks, by label. */
  readonly reads: ReadonlyMap<string, Foreign>;
}
