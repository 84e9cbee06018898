import type { Message } from "../message";
import type { Condition } from "./condition";

declare const names: unique symbol;

/** What a rule asks about the object that carries it, in plain data with defaults. */
export interface Facts {
  /** The value at a path without `*`; undefined where there is none. */
  get(path: string): unknown;
  /** Every value at a path with `*`, and the way to it. */
  all(path: string): readonly { readonly path: readonly string[]; readonly value: unknown }[];
  /** Whether a value at the path is known only to Terraform. */
  isUnknown(path: string): boolean;
  /** A path as messages write it. */
  name(path: string | readonly string[]): string;
}

/** The same questions, answered by HCL expressions. */
export interface Hcl {
  /** The value at a path without `*`; null where there is none. */
  get(path: string): string;
  /** A list of what `each` gives, itself a list, for every value at the path that is not null. */
  all(path: string, each: (value: string, name: Message) => string): string;
  /** The keys of the map at a path, none where there is no map. */
  keys(path: string): string;
  name(path: string): Message;
}

export interface Breach {
  /** From the object that carries the rule to what is to blame. */
  readonly path: readonly string[];
  readonly message: Message;
}

/** A rule between the members of an object, for JavaScript and for Terraform. */
export interface Rule<Path extends string = string> {
  readonly keyword: string;
  /** Every path that the rule reads. */
  readonly paths: readonly string[];
  /** Paths to what must be able to be absent, else the rule has no sense. */
  readonly absentable?: readonly string[];
  /** Paths of which messages show the values; none of them may be sensitive. */
  readonly shown?: readonly string[];
  readonly conditions?: readonly Condition[];
  /** The rule in words, without values. */
  readonly summary: string;
  breaches(facts: Facts): readonly Breach[];
  /** An HCL list of messages, empty where the rule is kept. */
  terraform(hcl: Hcl): string;
  readonly [names]?: Path;
}
