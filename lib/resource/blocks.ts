import { ComplexList, ComplexObject } from "../cdk";
import { Dynamic, isLoopVariable } from "../expression/collections";
import { interpolation, isPlain } from "../expression/print";
import { isRef } from "../expression/state";
import type { Element } from "./handle";
import { terraformName } from "./names";

type Fields = Readonly<Record<string, unknown>>;

/**
 * Settings in two parts: `config` goes through the provider's own types; `repeated` are the members that hold a
 * `dynamic`, which cdktf would drop in silence.
 */
export function split(settings: Fields): { config: Fields; repeated: Fields } {
  const members = Object.entries(settings);
  return {
    config: lowered(Object.fromEntries(members.filter(([, value]) => !holdsDynamic(value)))),
    repeated: Object.fromEntries(members.filter(([, value]) => holdsDynamic(value))),
  };
}

const holdsDynamic = (value: unknown): boolean =>
  value instanceof Dynamic ||
  (Array.isArray(value) ? value.some(holdsDynamic) : isPlain(value) && Object.values(value).some(holdsDynamic));

/** A value as cdktf takes it: references as `${…}`, what is null left out. */
function lower(value: unknown): unknown {
  if (isRef(value)) return lower(interpolation(value));
  if (Array.isArray(value)) return flat(value).map(lower);
  return isPlain(value) ? lowered(value) : (value ?? undefined);
}

const lowered = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, lower(value)]));

/** The blocks of a list, of which some may have come from an `each` or a `when` with a known value. */
const flat = (items: readonly unknown[]): unknown[] =>
  items
    .flatMap((item) => (Array.isArray(item) && item.every(isPlain) ? item : [item]))
    .filter((it) => it !== undefined);

/**
 * The members that hold a `dynamic` as Terraform JSON, by override path.
 * @param made the resource: its getters tell which members are blocks, of which the members have Terraform names, and
 * which are maps, of which the keys stay
 */
export function overridesOf(made: Element, repeated: Fields): Fields {
  const { dynamic = {}, ...rest } = block(repeated, made, []) as { dynamic?: Fields };
  const paths = Object.entries(dynamic).map(([label, content]) => [`dynamic.${label}`, content]);
  return { ...rest, ...Object.fromEntries(paths) };
}

/** The Terraform JSON of a block: names in snake_case, `dynamic` for what repeats. */
function block(content: Fields, of: object, outer: readonly string[]): Fields {
  const dynamic: Record<string, unknown> = {};
  const out: Record<string, unknown> = {};
  for (const [member, value] of Object.entries(content)) {
    const label = terraformName(member);
    const inner = isPlain(value) || holdsDynamic(value) || Array.isArray(value) ? blockOf(of, member) : undefined;
    if (!inner) out[label] = attribute(label, value);
    else if (isRepeated(value)) dynamic[label] = repeat(label, value, inner, outer);
    else if (Array.isArray(value)) out[label] = flat(value).map((one) => block(one as Fields, inner, outer));
    else out[label] = block(value as Fields, inner, outer);
  }
  return Object.keys(dynamic).length > 0 ? { ...out, dynamic } : out;
}

/** A block by its getter in the provider's types; undefined for what is no block. */
function blockOf(of: object, member: string): object | undefined {
  const found: unknown = Reflect.get(of, member);
  if (found instanceof ComplexList) return (found as ComplexList & { get(index: number): object }).get(0);
  return found instanceof ComplexObject ? found : undefined;
}

function attribute(label: string, value: unknown): unknown {
  if (holdsDynamic(value)) throw new Error(`${label} is no block, so that nothing in it can be repeated`);
  return lower(value);
}

const isRepeated = (value: unknown): boolean =>
  value instanceof Dynamic || (Array.isArray(value) && value.some((one) => one instanceof Dynamic));

/** Where one block of a list repeats, all are written as `dynamic`: Terraform keeps those in their order. */
function repeat(label: string, value: unknown, of: object, outer: readonly string[]): unknown {
  const all = (Array.isArray(value) ? flat(value) : [value]).map((one) =>
    one instanceof Dynamic ? one : new Dynamic("[true]", () => one),
  );
  const blocks = all.map((one) => dynamicBlock(label, one, of, outer));
  return blocks.length === 1 ? blocks[0] : blocks;
}

function dynamicBlock(label: string, { forEach, content }: Dynamic<unknown>, of: object, outer: readonly string[]) {
  const iterator = free(label, outer);
  return {
    for_each: `\${${forEach}}`,
    ...(iterator === label ? {} : { iterator }),
    content: block(content(iterator) as Fields, of, [...outer, iterator]),
  };
}

/** The name of an iterator that shadows none of the blocks around it, and is shadowed by no `for` inside it. */
function free(label: string, outer: readonly string[]): string {
  let name = label;
  for (let n = 2; outer.includes(name) || isLoopVariable(name); n++) name = `${label}_${n}`;
  return name;
}
