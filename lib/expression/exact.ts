import type { Dynamic } from "./collections";
import type { Expression } from "./state";

/**
 * `Given` without members that `Wanted` does not have, at any depth: they are `never`. What a function returns is not
 * held against its type as closely as an object literal is, so a misspelt optional member would pass there.
 */
export type Exact<Given, Wanted> = Given extends Leaf
  ? unknown
  : Given extends readonly (infer E)[]
    ? readonly Exact<E, Wanted extends readonly (infer W)[] ? W : never>[]
    : { readonly [K in keyof Given]: K extends Names<Wanted> ? Exact<Given[K], Member<Wanted, K>> : never };

type Leaf = Expression<unknown> | Dynamic<unknown> | string | number | boolean | null | undefined;

// Of each member of a union; a map has all names.
type Names<T> = T extends unknown ? (string extends keyof T ? string : keyof T) : never;
type Member<T, K> = T extends unknown
  ? K extends keyof T
    ? T[K]
    : string extends keyof T
      ? T[keyof T]
      : never
  : never;

/** What a function may return where `Wanted` is expected. `Wanted` comes first: it tells what calls inside are for. */
export type Exactly<Wanted, Given> = NoInfer<Wanted> & Given & Exact<Given, NoInfer<Wanted>>;
