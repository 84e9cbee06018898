import type { Dynamic } from "./collections";
import type { Expression } from "./state";

/**
 * `Given` without members that `Wanted` does not have, at any depth: they are `never`. What a function returns is not
 * held against its type as closely as an object literal is, so a misspelt optional member would pass there.
 */
export type Exact<Given, Wanted> = Given extends Leaf
  ? unknown
  : IsOpen<Wanted> extends true
    ? unknown
    : Given extends readonly (infer E)[]
      ? readonly Exact<E, Items<Wanted>>[]
      : { readonly [K in keyof Given]: K extends Names<Wanted> ? Exact<Given[K], Member<Wanted, K>> : never };

type Leaf = Expression<unknown> | Dynamic<unknown> | string | number | boolean | null | undefined;

/** Whether nothing is known of what is wanted. */
type IsOpen<T> = unknown extends T ? true : [keyof T] extends [never] ? (T extends object ? true : false) : false;

// Of each member of a union; a map has all names.
type Items<T> = T extends readonly (infer E)[] ? E : never;
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

/**
 * What a place expects; what it is given where the compiler cannot tell, which is in plain blocks three deep. There, a
 * wrong type and a missing setting do not compile, a misspelt optional setting does.
 */
export type Expected<Wanted, Given> = Wanted & (IsOpen<Wanted> extends true ? Given : unknown);
