import type { Ref } from "../../lib/expression";
import type { Output } from "../../lib/schema";
import type { inputs } from "./inputs";

type Plain = Output<typeof inputs>;
type PlainTarget = Plain["targets"][string];

/** What the module's body sees of its inputs. */
export type Inputs = Ref<Plain>;
/** One target. */
export type Target = Ref<PlainTarget>;
/** What a target can be, by kind. */
export type Kinds = { readonly [K in keyof PlainTarget]-?: NonNullable<PlainTarget[K]> };
/** The functions among the targets, by key. */
export type Functions = Record<string, Kinds["lambda"]>;
/** The functions among the authorizers, by key. */
export type Deciders = Record<string, NonNullable<Plain["authorizers"][string]["lambda"]>>;
/** The limits of the routes that have their own, by route key. */
export type Throttles = Record<string, NonNullable<Plain["routes"][string]["throttle"]>>;
