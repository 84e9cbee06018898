import type { Construct } from "constructs";
import type { Expression, Ref } from "../expression";
import type { Fields, Input, ObjectSchema, Output } from "../schema";
import type { Connections, NetworkUse } from "./connections";
import type { Imports } from "./importable";
import type { Pack } from "./pack";
import type { Wording } from "./wording";

/** The construct of a module: its inputs are plain values or a module's variables, its outputs references. */
export type ModuleClass<I extends ObjectSchema = ObjectSchema, O extends Fields = Fields> = new (
  scope: Construct,
  id: string,
  inputs: Ref<Output<I>>,
) => { readonly outputs: { readonly [K in keyof O]: Expression<unknown> } };

/**
 * What a module tells of a component before all of it is there. Resources depend on one another, not modules: an output of
 * which no resource takes in what the component uses closes no circle with what it uses.
 */
export interface Static<Inputs extends string = string, Outputs extends string = string> {
  /** The only inputs that those outputs depend on. */
  readonly inputs: readonly Inputs[];
  /**
   * Outputs, and the one that says the same and depends on those inputs alone: itself, or one that is known before
   * what it names is there, and that only texts may hold.
   */
  readonly outputs: Readonly<Partial<Record<Outputs, Outputs>>>;
}

/** A module: everything that is known about one folder of `modules/`. */
export interface Module<I extends ObjectSchema = ObjectSchema, O extends Fields = Fields> {
  /** The name of its folder and of its rendered module, in kebab-case. */
  readonly name: string;
  /** What it makes, in one sentence. */
  readonly summary: string;
  readonly inputs: I;
  readonly outputs: O;
  /** The module of which it finds components that are there already; its own name is that one's and `-existing`. */
  readonly standsFor?: string;
  /** What its shipped tests are told that data sources find, by type: attributes that its body reads. */
  readonly finds?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** The input that carries the AWS name, and how far that name must be unique; absent where nothing is made. */
  readonly naming?: { readonly input: keyof I["properties"] & string; readonly scope: "region" | "account" | "global" };
  readonly connections: Connections<keyof O & string>;
  /** Outputs by which components may refer to one another in a circle. */
  readonly static?: Static<keyof I["properties"] & string, keyof O & string>;
  /** The inputs in which its own `uses` and its managed policies arrive; absent where the module can use nothing. */
  readonly receives?: {
    readonly statements?: string;
    readonly variables?: string;
    readonly policies?: string;
    readonly network?: NetworkUse;
  };
  /**
   * Inputs and members of inputs by which other components feed it (`in`) or are called by it (`out`), for pictures. `*`
   * stands for any key: `event_sources.*.dynamodb_stream_arn`. What refers to others elsewhere is no way of data, and what
   * does so `aside`, such as to watch them, is not drawn.
   */
  readonly flows?: Readonly<Partial<Record<"in" | "out" | "aside", readonly string[]>>>;
  /** Terraform types of the resources in which it keeps data that cannot be made again: `aws_dynamodb_table`. */
  readonly stores?: readonly string[];
  /** What of it can be imported; absent where nothing can. */
  readonly imports?: Imports;
  /** Inputs of which only one component of an environment can have a value: `domain.domain_name`. */
  readonly unique?: readonly string[];
  /** The input for which the author may name a folder of code, packaged by us. */
  readonly code?: keyof I["properties"] & string;
  /** How a spec says its inputs, where it can say them shorter. */
  readonly wording?: Wording;
  /** What is watched of its components. */
  // biome-ignore lint/suspicious/noExplicitAny: each module's pack sees that module's own inputs
  readonly pack?: Pack<any, any, any>;
  /** Calls that work: with required inputs alone, with everything, and what a call with everything leaves out. */
  readonly examples: { readonly minimal: Input<I>; readonly complete: Input<I> } & Readonly<Record<string, Input<I>>>;
  /** Calls that break a rule between inputs, by what is wrong with them. */
  readonly rejected?: Readonly<Record<string, Input<I>>>;
  readonly construct: () => Promise<ModuleClass<I, O>>;
}

/** What a caller may write. */
export type ModuleInputs<M> = M extends Module<infer I, Fields> ? Input<I> : never;
/** What a module gives, by name. */
export type ModuleOutputs<M> = M extends Module<ObjectSchema, infer O> ? keyof O : never;

/** Declares a module; the types of its parts are held against one another. */
export const defineModule = <I extends ObjectSchema, const O extends Fields>(module: Module<I, O>): Module<I, O> =>
  module;
