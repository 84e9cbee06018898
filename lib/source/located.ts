import type { Location } from "../diagnostic";

/** A value of a YAML file with the place it is written. */
export type Located = LocatedScalar | LocatedList | LocatedMap;

export interface LocatedScalar {
  readonly kind: "scalar";
  /** The scalar's own text in NFC: without its quotes, its escapes resolved; empty where nothing is written. */
  readonly text: string;
  /** Whether it is written as 'x', "x", a block (| or >) or with the tag !!str. */
  readonly quoted: boolean;
  readonly location: Location;
  /** What the text consists of, where that is known and not to be read from it: data, and references. */
  readonly parts?: readonly (string | LocatedReference)[];
}

/** A reference in a text, as it is written between `${` and `}`. */
export interface LocatedReference {
  readonly text: string;
  readonly segments: readonly string[];
  readonly location?: Location;
  /** As what it stands in its text, if not as it is: JSON, or a part of a string of JSON. */
  readonly as?: "json" | "json string";
}

export interface LocatedList {
  readonly kind: "list";
  readonly items: readonly Located[];
  readonly location: Location;
}

export interface LocatedMap {
  readonly kind: "map";
  readonly entries: ReadonlyMap<string, LocatedEntry>;
  readonly location: Location;
}

export interface LocatedEntry {
  /** Where the key is written. */
  readonly key: Location;
  readonly value: Located;
}

/** The place of the value at a path (indices of a list as text), or of its nearest ancestor that exists. */
export function locate(value: Located, path: readonly string[]): Location {
  return walk(value, path).value.location;
}

/** The place of the key of the value at a path, or of its nearest ancestor that has one; else of the whole value. */
export function locateKey(value: Located, path: readonly string[]): Location {
  return walk(value, path).key;
}

function walk(root: Located, path: readonly string[]): LocatedEntry {
  let found: LocatedEntry = { key: root.location, value: root };
  for (const step of path) {
    const next = child(found.value, step);
    if (next === undefined) break;
    found = next;
  }
  return found;
}

function child(parent: Located, step: string): LocatedEntry | undefined {
  if (parent.kind === "map") return parent.entries.get(step);
  const item = parent.kind === "list" ? parent.items[Number(step)] : undefined;
  return item && { key: item.location, value: item };
}

const NOTHING = new Set(["", "~", "null", "Null", "NULL"]);

/** Whether a scalar stands for no value: nothing, `~` or `null`, unquoted. */
export function isEmpty({ text, quoted }: LocatedScalar): boolean {
  return !quoted && NOTHING.has(text);
}
