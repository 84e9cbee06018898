import { type Location, UserError } from "../diagnostic";
import type { Located } from "./located";

interface Size {
  /** Values in it, aliases written out. */
  readonly values: number;
  /** Levels of nesting. */
  readonly depth: number;
}

/** Values that all aliases of a file may stand for together: a thousand services with a thousand shared values each. */
const MOST_ALIASED = 1_000_000;

/** Levels of nesting that a file may have: what reads it is recursive. */
export const DEEPEST = 100;

/** The anchors of a file as it is read from top to bottom, bounded against aliases that multiply one another. */
export class Anchors {
  private readonly named = new Map<string, Located | "unfinished">();
  private readonly sizes = new WeakMap<Located, Size>();
  private aliased = 0;

  start(name: string): void {
    this.named.set(name, "unfinished");
  }

  finish(name: string, value: Located): void {
    this.named.set(name, value);
  }

  /** What an anchor names; undefined where there is none above. Throws a UserError where the aliases are too many. */
  resolve(name: string, location: Location): Located | "unfinished" | undefined {
    const value = this.named.get(name);
    if (value === undefined || value === "unfinished") return value;
    this.aliased += this.sizeOf(value).values;
    if (this.aliased <= MOST_ALIASED) return value;
    const message = `the aliases of this file stand for more than ${MOST_ALIASED} values`;
    throw new UserError([{ message, location, help: "use fewer aliases of aliases" }]);
  }

  /** Takes note of a value whose parts are all noted. Throws a UserError where it is nested too deep. */
  measure(value: Located): void {
    const parts = partsOf(value).map((part) => this.sizeOf(part));
    const values = parts.reduce((sum, part) => sum + part.values, 1);
    const depth = parts.reduce((most, part) => Math.max(most, part.depth), 0) + 1;
    if (depth > DEEPEST) throw new UserError([tooDeep(value.location)]);
    this.sizes.set(value, { values, depth });
  }

  private sizeOf(value: Located): Size {
    return this.sizes.get(value) ?? { values: 1, depth: 1 };
  }
}

export function tooDeep(location: Location) {
  return { message: `values are nested more than ${DEEPEST} levels deep`, location, help: "nest less deeply" };
}

function partsOf(value: Located): readonly Located[] {
  if (value.kind === "list") return value.items;
  return value.kind === "map" ? Array.from(value.entries.values(), (entry) => entry.value) : [];
}
