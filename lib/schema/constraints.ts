import { literal, quoted } from "./hcl";
import { type Hole, type Message, say } from "./message";
import type { Schema } from "./schema";

/** One demand of a schema on a value: ajv tests it in JavaScript, the condition `holds` in Terraform. */
export interface Constraint {
  /** JSON Schema's keyword, as ajv reports it; `ended` besides. */
  readonly keyword: string;
  /** An HCL condition, true where the value at the expression `at` keeps the demand. */
  readonly holds: (at: string) => string;
  /** What is asked: "must be at least 128". */
  readonly demand: string;
  /** What the message says of the value: itself, or its size. */
  readonly shows: "value" | "size";
}

/** How big a value is, in HCL: code points of a text, entries of a list or map. */
export const sizeOf = ({ type }: Schema, at: string): string =>
  type === "string" ? `length(regexall("(?s).", ${at}))` : `length(${at})`;

/** What a schema demands of a value that has the right type. */
export function constraints(schema: Schema): Constraint[] {
  return [...whole(schema), ...choices(schema), ...patterns(schema), ...bounds(schema), ...sizes(schema)];
}

const whole = ({ type }: Schema): Constraint[] =>
  type === "integer"
    ? [{ keyword: "type", holds: (at) => `floor(${at}) == ${at}`, demand: "must be a whole number", shows: "value" }]
    : [];

const choices = ({ enum: values, ended = {} }: Schema): Constraint[] =>
  values
    ? [
        {
          keyword: "enum",
          holds: (at) => `contains(${literal([...values, ...Object.keys(ended)])}, ${at})`,
          demand: values.length === 1 ? `must be ${values[0]}` : `must be one of ${values.join(", ")}`,
          shows: "value",
        },
      ]
    : [];

/** What a pattern asks for. */
export const must = (pattern: string, message: string | undefined): string =>
  message === undefined ? `must match ${pattern}` : `must be ${message}`;

const patterns = ({ pattern, message }: Schema): Constraint[] =>
  pattern === undefined
    ? []
    : [{ keyword: "pattern", holds: (at) => matches(pattern, at), demand: must(pattern, message), shows: "value" }];

const bounds = ({ minimum, maximum }: Schema): Constraint[] => [
  ...given(minimum, (n) => ({
    keyword: "minimum",
    holds: (at) => `${at} >= ${n}`,
    demand: `must be at least ${n}`,
    shows: "value",
  })),
  ...given(maximum, (n) => ({
    keyword: "maximum",
    holds: (at) => `${at} <= ${n}`,
    demand: `must be at most ${n}`,
    shows: "value",
  })),
];

const SIZES = {
  string: ["minLength", "maxLength", "character", "characters"],
  array: ["minItems", "maxItems", "item", "items"],
  object: ["minProperties", "maxProperties", "entry", "entries"],
} as const;

function sizes(schema: Schema): Constraint[] {
  if (schema.type !== "string" && schema.type !== "array" && schema.type !== "object") return [];
  const [least, most, one, many] = SIZES[schema.type];
  const demand = (words: string, n: number) => `must have ${words} ${n} ${n === 1 ? one : many}`;
  return [
    ...given(schema[least], (n) => ({
      keyword: least,
      holds: (at) => `${sizeOf(schema, at)} >= ${n}`,
      demand: demand("at least", n),
      shows: "size",
    })),
    ...given(schema[most], (n) => ({
      keyword: most,
      holds: (at) => `${sizeOf(schema, at)} <= ${n}`,
      demand: demand("at most", n),
      shows: "size",
    })),
  ];
}

const given = (bound: number | undefined, constraint: (n: number) => Constraint) =>
  bound === undefined ? [] : [constraint(bound)];

/** An HCL condition, true where a text matches. */
export const matches = (pattern: string, at: string): string => `can(regex(${quoted(pattern)}, ${at}))`;

/** What messages show of a value: nothing of a sensitive one. */
export interface Shown {
  readonly value: string | Hole;
  readonly size: string | Hole;
}

/** The message of a broken constraint. */
export function broken(constraint: Constraint, schema: Schema, name: Message, { value, size }: Shown): Message {
  const demand = say`${name} ${constraint.demand}`;
  if (schema.sensitive) return demand;
  if (constraint.shows === "size") return say`${demand}, has ${size}`;
  return schema.type === "string" ? say`${demand}, got "${value}"` : say`${demand}, got ${value}`;
}

/** The message of a value that was valid once. */
export const ended = (name: Message, value: string | Hole, instead: string | Hole): Message =>
  say`${name} "${value}" has been ended by AWS: use "${instead}"`;

/** The message of a map's key that breaks the pattern of its keys. */
export const badKey = ({ keys = "", keysMessage }: Schema, map: Message, key: string | Hole): Message =>
  say`key "${key}" of ${map} ${must(keys, keysMessage)}`;
