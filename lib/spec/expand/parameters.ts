import type { Location } from "../../diagnostic";
import { boolean, list, number, object, oneOf, optional, type Schema, string } from "../../schema";
import type { LocatedEntry, LocatedMap } from "../../source";
import { type Report, readChecked, readSettings } from "../reading";
import { nameHelp, namePattern } from "../words";

/** Types that a parameter may have, and how a schema says them. */
const types = {
  string: "string",
  integer: "integer",
  number: "number",
  boolean: "boolean",
  list: "array",
  map: "object",
} as const;

/** What is said of a parameter, but for its default. */
export const declaration = object({
  type: oneOf(Object.keys(types) as readonly (keyof typeof types)[], { description: "What the value is." }),
  description: optional(string({ description: "What it is for; shown where it is missing." })),
  optional: boolean({
    default: false,
    description: "Whether it may be left out; what it is the value of is then absent.",
  }),
  enum: optional(list(string(), { minItems: 1, description: "The only texts that are allowed." })),
  minimum: optional(number({ description: "The least number that is allowed." })),
  maximum: optional(number({ description: "The greatest number that is allowed." })),
});

interface Declaration {
  readonly type: keyof typeof types;
  readonly description?: string;
  readonly optional: boolean;
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
}

/** A parameter of a pattern. */
export interface Parameter {
  readonly key: Location;
  readonly schema: Schema;
  readonly default: LocatedEntry | undefined;
}

export type Parameters = ReadonlyMap<string, Parameter>;

/** Reads the parameters of a pattern; undefined, and reported, where something is wrong with them. */
export function readParameters(
  entry: LocatedEntry | undefined,
  taken: readonly string[],
  report: Report,
): Parameters | undefined {
  if (!entry) return new Map();
  const { value } = entry;
  const help = "under the name of each parameter, write its `type`";
  if (value.kind !== "map") report.add(value.location, "`parameters` must be a mapping", help);
  if (value.kind !== "map") return undefined;
  const read = [...value.entries].map(([name, one]) => [name, readParameter(name, one, taken, report)] as const);
  return read.some(([, parameter]) => parameter === undefined) ? undefined : new Map(read as [string, Parameter][]);
}

function readParameter(name: string, { key, value }: LocatedEntry, taken: readonly string[], report: Report) {
  if (!namePattern.test(name)) return refuse(report, key, `the parameter name "${name}" is not allowed`, nameHelp);
  if (taken.includes(name))
    return refuse(report, key, `\`${name}\` is a word of every use of a pattern`, "give the parameter another name");
  if (value.kind !== "map")
    return refuse(report, value.location, `parameter ${name} must be a mapping`, "it says at least its `type`");
  const { default: given, ...words } = Object.fromEntries(value.entries);
  const read = readSettings(declaration, { ...value, entries: new Map(Object.entries(words)) }, key, report);
  if (read === undefined || !isConsistent(name, read as Declaration, value, report)) return undefined;
  const schema = schemaOf(read as Declaration, given !== undefined);
  const isSound = !given || checkOne(name, schema, given, report);
  return isSound ? { key, schema, default: given } : undefined;
}

function refuse(report: Report, location: Location, message: string, help: string): undefined {
  report.add(location, message, help);
}

function isConsistent(name: string, { type, ...said }: Declaration, { entries }: LocatedMap, report: Report): boolean {
  const isNumber = type === "integer" || type === "number";
  const wrong = (["minimum", "maximum", "enum"] as const).filter(
    (word) => said[word] !== undefined && (word === "enum" ? type !== "string" : !isNumber),
  );
  for (const word of wrong)
    report.add(
      entries.get(word)?.key as Location,
      `parameter ${name} is of type ${type}, which has no \`${word}\``,
      "remove it",
    );
  const hasBoth = said.optional && entries.get("default");
  if (hasBoth)
    report.add(hasBoth.key, `parameter ${name} is \`optional\` and has a \`default\``, "remove one of the two");
  return wrong.length === 0 && !hasBoth;
}

const schemaOf = ({ type, optional: isOptional, ...said }: Declaration, hasDefault: boolean): Schema => ({
  ...said,
  type: types[type],
  ...(isOptional || hasDefault ? { optional: true } : {}),
});

function checkOne(name: string, schema: Schema, given: LocatedEntry, report: Report): boolean {
  const tree: LocatedMap = { kind: "map", entries: new Map([[name, given]]), location: given.key };
  return areSound({ type: "object", properties: { [name]: schema } }, tree, given.key, report);
}

/** Whether values are what a schema wants; reported where not. */
export function areSound(schema: Schema, tree: LocatedMap, whole: Location, report: Report): boolean {
  const { diagnostics } = readChecked(schema, tree, whole);
  report.diagnostics.push(...diagnostics);
  return diagnostics.length === 0;
}
