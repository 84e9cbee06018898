import type { Expression, Ref } from "../expression";
import type { Schema } from "../schema";

/** An IAM statement that an edge gives to its consumer; `Effect` is always `Allow`. */
export interface Statement {
  readonly actions: readonly string[];
  readonly resources: readonly Expression<string>[];
  /** By operator, then key: `{ StringEquals: { "kms:ViaService": [...] } }`. */
  readonly conditions?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}

type Outputs<Name extends string> = { readonly [K in Name]: Ref<string> };

/** Where data goes: to what is used, to its user, or both ways. */
export type Flow = "out" | "in" | "both";

/** What one access word of `uses` allows, on the resources of the component that is used. */
export interface Access<Name extends string = string> {
  /** What the consumer can do, for documentation: "get, query and scan items". */
  readonly summary: string;
  /** `out` if absent. */
  readonly flow?: Flow;
  readonly actions: readonly string[];
  readonly resources: (outputs: Outputs<Name>) => readonly Expression<string>[];
  /** KMS actions on the component's own key, where it has one. */
  readonly keyActions?: readonly string[];
  /** The network that it takes, where the component is in one. */
  readonly network?: Network<Name>;
}

/** How a component is reached by network: by members of the group that it lets in, and by nobody else. */
export interface Network<Name extends string = string> {
  /** The output that names the security group around it. */
  readonly group: Name;
  /** What it listens on, by name: a map of `protocol`, `port` and maybe `to_port`. */
  readonly listeners: (outputs: Outputs<Name>) => Expression<unknown>;
}

/** How a consumer reaches others by network. */
export interface NetworkUse {
  /** The input in which what it reaches arrives: `security_group_id` and what listens there, by name. */
  readonly rules: string;
  /** The input by which it has a group of its own, where it need not have one. */
  readonly group?: readonly string[];
}

/** A part of a component that `uses` can narrow an edge to, such as one index of a table. */
export interface Part<Name extends string = string> {
  /** The inputs of which the keys are the names of parts. */
  readonly inputs?: readonly string[];
  /** What any text is that names a part, where none of the inputs does. */
  readonly text?: Schema;
  /** What is left of each access word on a part. */
  readonly access: Readonly<Record<string, readonly string[]>>;
  readonly resources: (outputs: Outputs<Name>, part: string) => readonly Expression<string>[];
  /** What IAM allows on the whole alone, and the condition that narrows it to the part. */
  readonly whole?: (outputs: Outputs<Name>, part: string) => Required<Statement>;
}

/** What `uses` of a module means. */
export interface Connections<Name extends string = string> {
  readonly access: Readonly<Record<string, Access<Name>>>;
  /** Environment variables of the consumer: suffix → output. `NAME` of `orders.table` is `ORDERS_TABLE_NAME`. */
  readonly variables: Readonly<Record<string, Name>>;
  /** Where the component may have a KMS key of the user's: the input that gives it, and the output that names it. */
  readonly key?: { readonly input?: readonly string[]; readonly output: Name };
  /** Parts by the word of the long form that names them: `index`. */
  readonly parts?: Readonly<Record<string, Part<Name>>>;
}

/** An edge as its consumer asks for it. */
export interface Edge {
  /** Access words: one, or none where `actions` says it all. */
  readonly access: readonly string[];
  /** Single actions, in place of all that the access word allows. */
  readonly actions?: readonly string[];
  readonly conditions?: Statement["conditions"];
  /** Environment variables by name: the output that each carries. In place of the module's own names. */
  readonly env?: Readonly<Record<string, string>>;
  readonly part?: { readonly word: string; readonly name: string };
}
