import type { Cloud, Settings } from "../cloud";
import type { Location } from "../diagnostic";
import type { Address, Edge, Module } from "../module";
import type { LocatedMap } from "../source";
import type { Envelope } from "./envelope";
import type { Layer } from "./layers";
import type { Mention } from "./mention";

/** An environment with everything that it inherits. */
export interface Environment {
  readonly name: string;
  /** The profile that its values start from, if any. */
  readonly profile?: string;
  /** Whether stored data in it may not be deleted or replaced. */
  readonly protected: boolean;
  /** What it sets of the cloud. */
  readonly settings: Settings;
}

/** A folder of code that an input names in place of a package. */
export class CodeFolder {
  constructor(
    /** Absolute path. */
    readonly folder: string,
    /** As the author wrote it. */
    readonly written: string,
    readonly location: Location,
  ) {}
}

/** A value of an input: plain data with mentions, code folders and addresses at any depth. */
export type Value =
  | string
  | number
  | boolean
  | Mention
  | CodeFolder
  | Address
  | readonly Value[]
  | { readonly [key: string]: Value };
export type Values = Readonly<Record<string, Value>>;

/** An edge to the component that is used, which exists. */
export interface Use extends Edge {
  readonly target: string;
  readonly location: Location;
}

/** A statement of `permissions`. */
export interface Permission {
  readonly actions: readonly string[];
  readonly resources: readonly (string | Mention)[];
  readonly conditions?: Readonly<Record<string, Readonly<Record<string, readonly (string | Mention)[]>>>>;
}

/** One use of a module. */
export interface Component {
  /** `service.component`. */
  readonly address: string;
  readonly service: string;
  readonly name: string;
  /** Its Terraform label: `orders_table`. */
  readonly label: string;
  readonly module: Module;
  /** Where its key is written. */
  readonly location: Location;
  /** The environments that have it, in the order of the spec. */
  readonly environments: readonly string[];
  /** The template of its AWS name; the default name where the author gave none. */
  readonly awsName: string | Mention;
  readonly uses: readonly Use[];
  readonly permissions: readonly Permission[];
  /** What it says by environment, checked: inputs of its module, and the words that the spec has in their place. */
  readonly said: Readonly<Record<string, Values>>;
  /** The inputs that this comes to; the AWS name and what its edges bring are not among them. */
  readonly values: Readonly<Record<string, Values>>;
  /** The layers of its inputs in an environment, weakest first. */
  readonly layers: (environment: string) => readonly Layer[];
  /** Its inputs in an environment as they are written. */
  readonly written: (environment: string) => LocatedMap;
}

/** A spec that is sound: everything in it resolves. */
export interface Project {
  readonly cloud: Cloud;
  readonly name: string;
  readonly layout: Envelope["layout"];
  readonly state: Envelope["state"];
  readonly bootstrap?: Envelope["bootstrap"];
  readonly environments: readonly Environment[];
  /** In the order of the spec. */
  readonly components: ReadonlyMap<string, Component>;
}

/** The Terraform label of an address or a key: what HCL takes as an identifier. */
export const labelOf = (text: string): string => text.replace(/[^A-Za-z0-9_]+/g, "_").replace(/^(?=[0-9])/, "_");
