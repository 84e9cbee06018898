import type { Location, Via } from "../../diagnostic";
import type { Located, LocatedMap, LocatedScalar } from "../../source";

/** One turn of a `for_each`. */
export interface Each {
  readonly key: LocatedScalar;
  /** Absent where `for_each` is a list of names. */
  readonly value?: Located;
}

/** The components among which `self` names one. */
export interface Self {
  /** The address of the use of a pattern, or the name of the service. */
  readonly of: string;
  readonly isPattern: boolean;
  /** The components, by the names under which they are written. */
  readonly components: LocatedMap;
  /** The name of the one that speaks of the others. */
  readonly own?: string;
}

/** Values of the parameters of a pattern. */
export interface Given {
  readonly values: LocatedMap;
  /** In environments where some are different: all of them, and the names of those. */
  readonly varied: ReadonlyMap<string, Varied>;
}

export interface Varied {
  readonly values: LocatedMap;
  readonly names: ReadonlySet<string>;
}

/** What references stand for in what is written once for several components, and how it came to be used. */
export interface Scope {
  readonly given?: Given;
  readonly each?: Each;
  readonly self?: Self;
  readonly via?: Via;
}

/** The scope of what is written where it counts. */
export const nothing: Scope = {};

/** A place of what is written in a scope. */
export const placed = (location: Location, { via }: Scope): Location => (via ? { ...location, via } : location);
