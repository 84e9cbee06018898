import { literal } from "../hcl";

/** A question about one member of an object. */
export interface Condition<Path extends string = string> {
  readonly path: Path;
  /** What the member is compared with, if with anything. */
  readonly value?: string | number | boolean;
  /** Whether the question makes sense of a member that is always there. */
  readonly isAsked?: "of anything";
  /** The condition as it goes on after the member's name: `is "PROVISIONED"`. */
  readonly words: string;
  holds(value: unknown): boolean;
  /** The condition in HCL, on an expression that may be null. */
  terraform(at: string): string;
}

/** Whether a member has this value. */
export const is = <const Path extends string>(path: Path, value: string | number | boolean): Condition<Path> => ({
  path,
  value,
  words: `is ${JSON.stringify(value)}`,
  holds: (actual) => actual === value,
  terraform: (at) => `${at} == ${literal(value)}`,
});

/** Whether a member is there. */
export const present = <const Path extends string>(path: Path): Condition<Path> => ({
  path,
  words: "is set",
  holds: (actual) => actual !== undefined,
  terraform: (at) => `${at} != null`,
});

/** Whether a member is not there. */
export const absent = <const Path extends string>(path: Path): Condition<Path> => ({
  path,
  words: "is not set",
  holds: (actual) => actual === undefined,
  terraform: (at) => `${at} == null`,
});

/** Whether a list or map holds anything. */
export const filled = <const Path extends string>(path: Path): Condition<Path> => ({
  path,
  isAsked: "of anything",
  words: "has entries",
  holds: (actual) => typeof actual === "object" && actual !== null && Object.keys(actual).length > 0,
  terraform: (at) => `try(length(${at}), 0) > 0`,
});
