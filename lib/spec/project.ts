import type { Cloud, Settings } from "../cloud";
import type { Diagnostic, Location } from "../diagnostic";
import type { Address, Edge, Module } from "../module";
import type { LocatedMap } from "../source";
import type { State } from "../state";
import type { Envelope } from "./envelope";
import type { Export } from "./exports";
import type { Import } from "./imports";
import type { Layer } from "./layers";
import type { Mention } from "./mention";
import type { Move } from "./moves";
import type { Pipelines } from "./pipelines";
import type { Provider } from "./provider";

/** An environment with everything that it inherits. */
export interface Environment {
  readonly name: string;
  /** The profile that its values start from, if any. */
  readonly profile?: string;
  /** Whether stored data in it may not be deleted or replaced. */
  readonly protected: boolean;
  /** What it sets of the cloud. */
  readonly settings: Settings;
  /** Where its state is, if not where the project's is. */
  readonly ownState?: State;
  /** Tags of everything in it, beside those that everything has. */
  readonly tags: Envelope["tags"];
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

/** IAM conditions: operator, key, values. */
export type Conditions = Readonly<Record<string, Readonly<Record<string, readonly (string | Mention)[]>>>>;

/** An edge to the component that is used, which exists. */
export interface Use extends Omit<Edge, "conditions"> {
  readonly target: string;
  readonly location: Location;
  readonly conditions?: Conditions;
  /** Whether it takes what its target tells before all of it is there, as the two depend on one another. */
  readonly isStatic?: boolean;
}

/** A statement of `permissions`. */
export interface Permission {
  readonly actions: readonly string[];
  readonly resources: readonly (string | Mention)[] | Mention;
  readonly conditions?: Conditions;
}

/** How a component is there already. */
export interface Existing {
  /** What finds it: inputs of this module are said of it. */
  readonly module: Module;
  /** The environments in which it is there already; in the others it is made. */
  readonly environments: readonly string[];
}

/** One use of a module. */
export interface Component {
  /** `service.component`. */
  readonly address: string;
  readonly service: string;
  readonly name: string;
  /** Its Terraform label: `orders_table`. */
  readonly label: string;
  /** The label that it had before it moved, after which others name what they make for it; its own if it never did. */
  readonly firstLabel: string;
  readonly module: Module;
  /** What it stands for where it is there already. */
  readonly existing?: Existing;
  /** Where its key is written. */
  readonly location: Location;
  /** The environments that have it, in the order of the spec. */
  readonly environments: readonly string[];
  /** The provider that makes it, where that is not the environment's own. */
  readonly provider?: Provider;
  /** The template of its AWS name; the default name where the author gave none. */
  readonly awsName: string | Mention;
  /** The templates of its AWS name in environments that have one of their own. */
  readonly ownNames: Readonly<Record<string, string | Mention>>;
  /** What of it is there already, and is to be Terraform's. */
  readonly imports: readonly Import[];
  readonly uses: readonly Use[];
  readonly permissions: readonly Permission[];
  /** Policies that are there already, by name or ARN, each under a key of its own. */
  readonly managedPolicies: ReadonlyMap<string, string | Mention>;
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
  /** What has a state of its own. */
  readonly states: Envelope["states"];
  /** How a service reads what is in another's state: `remote_state`, or the cloud's word for what is published. */
  readonly stateReferences: string;
  readonly bootstrap?: Envelope["bootstrap"];
  /** Tags of everything, in all environments. */
  readonly tags: Envelope["tags"];
  readonly pipelines?: Pipelines;
  readonly environments: readonly Environment[];
  /** Providers beside those of the environments. */
  readonly providers: readonly Provider[];
  /** In the order of the spec. */
  readonly components: ReadonlyMap<string, Component>;
  /** What became of components that were there before. */
  readonly moves: readonly Move[];
  /** What others may rely on, in the order of the spec. */
  readonly exports: readonly Export[];
  /** What may be meant so, and is worth a look. */
  readonly warnings: readonly Diagnostic[];
}

/** The module of which a component says inputs in an environment: the one that makes it, or finds it. */
export const moduleIn = ({ module, existing }: Pick<Component, "module" | "existing">, environment: string): Module =>
  existing?.environments.includes(environment) ? existing.module : module;

/** The template of the AWS name that a component has in an environment. */
export const awsNameIn = ({ awsName, ownNames }: Pick<Component, "awsName" | "ownNames">, environment: string) =>
  ownNames[environment] ?? awsName;

/** The environments in which a component is made. */
export const madeIn = ({ environments, existing }: Pick<Component, "environments" | "existing">): readonly string[] =>
  environments.filter((name) => !existing?.environments.includes(name));

/** What a component is, for people: its module, and where it is there already. */
export function moduleText({ module, environments, existing }: Component): string {
  if (!existing) return module.name;
  const isSome = existing.environments.length < environments.length;
  return `${module.name}, existing${isSome ? ` in ${existing.environments.join(", ")}` : ""}`;
}

/** A module call that a component comes to. */
export interface Place {
  readonly label: string;
  readonly module: Module;
  readonly environments: readonly string[];
}

/** The module calls of a component: one, or two where it is made in some environments and there already in others. */
export function callsOf(
  component: Pick<Component, "label" | "module" | "existing" | "environments">,
): readonly Place[] {
  const { label, module, existing } = component;
  const made: Place = { label, module, environments: madeIn(component) };
  if (!existing) return [made];
  const isBoth = made.environments.length > 0;
  return [...(isBoth ? [made] : []), { ...existing, label: isBoth ? `${label}_existing` : label }];
}

/** The Terraform label of an address or a key: what HCL takes as an identifier. */
export const labelOf = (text: string): string => text.replace(/[^A-Za-z0-9_]+/g, "_").replace(/^(?=[0-9])/, "_");
