import { suggest } from "../diagnostic";
import { badKey, broken, constraints, ended, type Shown } from "./constraints";
import { isRecord } from "./defaults";
import { type Message, plain } from "./message";
import { pathName, schemaAt } from "./name";
import type { Schema } from "./schema";

/** What ajv reports, as far as we read it. */
export interface Finding {
  readonly keyword: string;
  readonly instancePath: string;
  /** What the keyword is about: the missing or unknown member, the bad key. */
  readonly params: Readonly<Record<string, unknown>>;
  readonly propertyName?: string;
  readonly message?: string;
  readonly data?: unknown;
}

/** One thing that is wrong with a value. */
export interface Problem {
  /** The way to what is to blame, from the value that was checked; for what is missing, the way to what lacks it. */
  readonly path: readonly string[];
  /** One sentence without a full stop: "memory_size must be at least 128, got 64". */
  readonly message: string;
  /** The scalar or key to blame: undefined for a list, a map or what is missing; hidden where it is sensitive. */
  readonly value: unknown;
  readonly allowed?: readonly string[];
  readonly help?: string;
  /** What is broken: a keyword of JSON Schema, `ended`, or the name of a rule. */
  readonly keyword: string;
}

interface Place {
  readonly root: Schema;
  readonly path: readonly string[];
  readonly name: Message;
  readonly value: unknown;
  readonly schema: Schema;
}

/** What ajv's error means to the author; nothing for those that ajv adds to another. */
export function problemsOf(root: Schema, error: Finding): Problem[] {
  const path = segments(error.instancePath);
  const schema = schemaAt(root, path);
  if (!schema || error.propertyName !== undefined) return [];
  const place = { root, path, name: nameOf(root, path), value: error.data, schema };
  return [(explain[error.keyword] ?? brokenConstraint)(place, error)];
}

const explain: Readonly<Record<string, (place: Place, error: Finding) => Problem>> = {
  type: wrongType,
  required: missing,
  additionalProperties: unknownKey,
  propertyNames: wrongKey,
  enum: wrongChoice,
};

const TYPES = {
  string: "a string",
  integer: "a whole number",
  number: "a number",
  boolean: "true or false",
  array: "a list",
  object: "a map",
} as const;

function wrongType({ path, name, schema, value }: Place): Problem {
  const message = `${plain(name)} must be ${TYPES[schema.type]}${schema.sensitive ? "" : `, got ${shown(value)}`}`;
  return { path, message, value: visible(schema, value), keyword: "type" };
}

function missing({ root, path, schema }: Place, { params }: Finding): Problem {
  const member = String(params.missingProperty);
  const message = `${plain(nameOf(root, [...path, member]))} is required`;
  return { path, message, value: undefined, keyword: "required", ...help(schema.properties?.[member]?.description) };
}

function unknownKey({ path, name, value, schema }: Place, { params }: Finding): Problem {
  const key = String(params.additionalProperty);
  const allowed = Object.keys(schema.properties ?? {});
  const place = path.length ? ` in ${plain(name)}` : "";
  const meant = suggest(key, allowed);
  const message = `unknown key "${key}"${place}${meant === undefined ? "" : `, did you mean "${meant}"?`}`;
  return {
    path: [...path, key],
    message,
    value: scalar((value as Record<string, unknown>)[key]),
    allowed,
    keyword: "additionalProperties",
  };
}

function wrongKey({ path, name, schema }: Place, { params }: Finding): Problem {
  const key = String(params.propertyName);
  return { path: [...path, key], message: plain(badKey(schema, name, key)), value: key, keyword: "propertyNames" };
}

function wrongChoice(place: Place, error: Finding): Problem {
  const { path, name, schema, value } = place;
  const allowed = (schema.enum ?? []).map(String);
  const instead = typeof value === "string" ? schema.ended?.[value] : undefined;
  if (instead !== undefined) {
    return { path, message: plain(ended(name, String(value), instead)), value, allowed, keyword: "ended" };
  }
  const meant = suggest(String(value), allowed);
  return { ...brokenConstraint(place, error), allowed, ...help(meant && `did you mean "${meant}"?`) };
}

function brokenConstraint({ path, name, schema, value }: Place, { keyword, message }: Finding): Problem {
  const constraint = constraints(schema).find((one) => one.keyword === keyword);
  const text = constraint ? plain(broken(constraint, schema, name, measured(value))) : `${plain(name)} ${message}`;
  return { path, message: text, value: visible(schema, value), keyword };
}

const nameOf = (root: Schema, path: readonly string[]) => (path.length ? pathName(root, path) : ["value"]);
const help = (text: string | undefined) => (text ? { help: text } : {});

/** What problems show of a value. */
export const visible = (schema: Schema | undefined, value: unknown): unknown =>
  schema?.sensitive ? "(sensitive)" : scalar(value);

/** A list or a map is named by its place alone. */
const scalar = (value: unknown) => (typeof value === "object" ? undefined : value);

const measured = (value: unknown): Shown => ({ value: String(scalar(value)), size: String(size(value)) });
const size = (value: unknown) =>
  typeof value === "string" || Array.isArray(value) ? [...value].length : Object.keys(value as object).length;

function shown(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  if (isRecord(value)) return "a map";
  return typeof value === "string" ? `"${value}"` : String(value);
}

const segments = (pointer: string) =>
  pointer
    .split("/")
    .slice(1)
    .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
