import type { Exactly, Expected } from "./exact";
import { bare, hcl, type Part, presence } from "./print";
import { stretches } from "./quote";
import { compound, literal, type Ref, reference, trueOrNull } from "./ref";
import { type Expression, isKnown, isRef, knownValue } from "./state";

/** What a list or map holds. */
export type Items<T> = T extends readonly (infer E)[] ? E : T extends Record<string, infer E> ? E : never;
/** What its entries are numbered or called by. */
export type Key<T> = T extends readonly unknown[] ? number : string;
type Build<T, C> = (item: Ref<Items<T>>, key: Ref<Key<T>>) => C;

/** What the value is that a part of an expression stands for. */
export type Value<P> =
  P extends Expression<infer T>
    ? T
    : P extends readonly (infer E)[]
      ? Value<E>[]
      : P extends object
        ? { readonly [K in keyof P]: Value<P[K]> }
        : P;

/** A block that Terraform repeats: rendered as `dynamic "label"`. */
export class Dynamic<C> {
  /** @param content the block for one value of the iterator; called when the name of the iterator is known */
  constructor(
    readonly forEach: string,
    readonly content: (iterator: string) => C,
  ) {}
}

// C is what the place expects that the blocks are put in; B is what `build` returns.

/** One block per entry of a list or map: a list in its order, a map in the order of its keys. */
export const each = <T extends object, C, B>(
  items: Expression<T>,
  build: Build<T, Exactly<C, B>>,
): Dynamic<Expected<C, B>> | NoInfer<Expected<C, B>>[] =>
  isKnown(items)
    ? entries(items).map(([key, item]) => build(item as never, key as never) as never)
    : dynamic(bare(items), build);

/** One block if the value is there, none if it is null. */
export function when<T, C, B>(
  item: Expression<T>,
  build: (item: Ref<NonNullable<T>>) => Exactly<C, B>,
): Dynamic<Expected<C, B>> | NoInfer<Expected<C, B>> | undefined {
  if (!isKnown(item)) return dynamic(`${presence(item)} ? [${bare(item)}] : []`, build);
  return knownValue(item) === null ? undefined : (build(item as Ref<NonNullable<T>>) as never);
}

/** Blocks of one list, in this order: plain ones, those of `each` and of `when`. */
export const blocks = <C>(
  ...items: readonly (NoInfer<C> | Dynamic<C> | readonly NoInfer<C>[] | undefined)[]
): Dynamic<C> | NoInfer<C>[] => items as NoInfer<C>[];

const dynamic = <C>(forEach: string, build: (value: never, key: never) => unknown): Dynamic<C> =>
  new Dynamic(forEach, (name) => build(reference(`${name}.value`) as never, reference(`${name}.key`) as never) as C);

/** What makes a block or resource present by a condition: something where it holds, null where it does not. */
export const presentIf = (condition: Expression<boolean>): Ref<true | undefined> =>
  isKnown(condition) ? literal(knownValue(condition) === true ? true : undefined) : trueOrNull(hcl(condition));

/** Whether a value is this one. */
export function equals<T extends string | number | boolean>(item: Expression<T | undefined>, value: T): Ref<boolean> {
  const known = isKnown(item) ? knownValue(item) : item;
  return isRef(known) || hasSequence(known)
    ? compound(`${hcl(item)} == ${hcl(value)}`)
    : literal<boolean>(known === value);
}

const hasSequence = (value: unknown) =>
  typeof value === "string" && stretches(value).some(({ isSequence }) => isSequence);

/** A part of an optional value, or null. */
export function orNull<T, R>(
  item: Expression<T>,
  part: (item: Ref<NonNullable<T>>) => Expression<R>,
): Ref<R | undefined> {
  if (isKnown(item) && knownValue(item) === null) return literal<R | undefined>(undefined);
  const found = part(item as Ref<NonNullable<T>>);
  return isKnown(item) ? (found as Ref<R | undefined>) : compound(`${hcl(item)} == null ? null : ${hcl(found)}`);
}

/** A list with one value per entry: of a list in its order, of a map in the order of its keys. */
export const forList = <T extends object, P extends Part>(items: Expression<T>, build: Build<T, P>): Ref<Value<P>[]> =>
  isKnown(items)
    ? literal(entries(items).map(([key, item]) => build(item as never, key as never)) as Value<P>[])
    : loop(build, (names, value) => `[for ${names.key}, ${names.item} in ${hcl(items)} : ${value}]`);

/** A list with one value if an optional value is there, an empty one if it is null. */
export function forOne<T, P extends Part>(
  item: Expression<T>,
  build: (item: Ref<NonNullable<T>>) => P,
): Ref<Value<P>[]> {
  if (isKnown(item) && knownValue(item) === null) return literal<Value<P>[]>([]);
  const value = build(item as Ref<NonNullable<T>>);
  return isKnown(item) ? literal([value] as Value<P>[]) : compound(`${presence(item)} ? [${hcl(value)}] : []`);
}

/** A map with one value per entry, under the same keys. */
export const forMap = <T extends object, P extends Part>(
  items: Expression<T>,
  build: Build<T, P>,
): Ref<Record<string, Value<P>>> =>
  isKnown(items)
    ? (literal(
        Object.fromEntries(entries(items).map(([key, item]) => [knownValue(key), build(item as never, key as never)])),
      ) as never)
    : loop(build, (names, value) => `{for ${names.key}, ${names.item} in ${hcl(items)} : ${names.key} => ${value}}`);

let depth = 0;

/** A `for` of which the variables shadow none of the loops around it: what it holds is built while it is open. */
function loop<T, P extends Part, R>(
  build: Build<T, P>,
  write: (names: { key: string; item: string }, value: string) => string,
): Ref<R> {
  depth += 1;
  try {
    const suffix = depth === 1 ? "" : String(depth);
    const names = { key: `key${suffix}`, item: `item${suffix}` };
    return reference(write(names, hcl(build(reference(names.item) as never, reference(names.key) as never))));
  } finally {
    depth -= 1;
  }
}

/** Whether a name is that of a variable of `forList` and `forMap`, which may be the label of a block, too. */
export const isLoopVariable = (name: string): boolean => /^(key|item)\d*$/.test(name);

/** The entries of a known list or map, in Terraform's order: that of a map is by the bytes of its keys. */
export function entries(items: Expression<unknown>): [key: Expression<unknown>, item: Expression<unknown>][] {
  const value = knownValue(items) ?? {};
  const pairs: [string | number, unknown][] = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(value).sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  return pairs.map(([key, item]) => [literal(key), isRef(item) ? item : literal(item)]);
}
