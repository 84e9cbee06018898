import { isEmpty, type LocatedScalar } from "./located";
import { readNumber } from "./number";
import type { Shape } from "./shape";

/** What a scalar means under a schema; where it means nothing, the sentence that follows its name, and the fix. */
export type ScalarReading = { readonly value: unknown } | { readonly problem: string; readonly help: string };

/** How people write the two who do not write true and false. */
const MEANT_TRUE = ["true", "yes", "y", "on", "1"];
const MEANT_FALSE = ["false", "no", "n", "off", "0"];

/**
 * The value of a scalar under a schema of a scalar: a string is the scalar's own text, quoted or not; a number is a
 * plain decimal number that JavaScript holds exactly; a boolean is plain `true` or `false`.
 */
export function readScalar(shape: Shape, scalar: LocatedScalar): ScalarReading {
  if (isEmpty(scalar)) return { problem: "has no value", help: `write ${emptyOf(shape)}, or remove it` };
  if (shape.type === "boolean") return readBoolean(scalar);
  if (shape.type === "integer" || shape.type === "number") return readDecimal(shape, scalar);
  return { value: scalar.text };
}

function emptyOf({ type }: Shape): string {
  if (type === "object") return "{} for an empty mapping";
  if (type === "array") return "[] for an empty list";
  return type === "string" ? 'a value, or "" for an empty text' : "a value";
}

function readBoolean(scalar: LocatedScalar): ScalarReading {
  const { text, quoted } = scalar;
  if (!quoted && (text === "true" || text === "false")) return { value: text === "true" };
  const meant = [MEANT_FALSE, MEANT_TRUE].findIndex((words) => words.includes(text.toLowerCase()));
  const help = meant === -1 ? "write true or false" : `write ${meant === 1}${quoted ? " without quotes" : ""}`;
  return { problem: `must be true or false, got ${shown(scalar)}`, help };
}

function readDecimal(shape: Shape, scalar: LocatedScalar): ScalarReading {
  const isWhole = shape.type === "integer";
  const got = shape.sensitive ? "something else" : shown(scalar);
  const problem = `must be ${isWhole ? "an integer" : "a number"}, got ${got}`;
  const read = readNumber(scalar.text);
  if (read === "notation")
    return { problem, help: "write decimal digits: no leading zero, no 0x, no separators, no unit" };
  if (scalar.quoted) return { problem, help: "remove the quotes" };
  if (read === "precision") {
    return { problem: `cannot be held exactly: ${got}`, help: "write at most 15 digits, and no integer beyond 2^53" };
  }
  return isWhole && !Number.isInteger(read) ? { problem, help: "write a whole number" } : { value: read };
}

/** A scalar as a message shows it: a quoted one in quotes, a long one cut. */
export function shown({ text, quoted }: LocatedScalar): string {
  const short = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  return quoted ? JSON.stringify(short) : short;
}
