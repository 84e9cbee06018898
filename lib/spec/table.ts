import type { Settings } from "../cloud";
import type { Location } from "../diagnostic";
import { type Fields, map, object } from "../schema";
import { type LocatedEntry, type LocatedMap, locateKey } from "../source";
import type { Context } from "./context";
import { knownEnvironment } from "./only";
import type { OwnSettings } from "./provider";
import { readSettings } from "./reading";
import { nameHelp, namePattern } from "./words";

/** A region or an account that has a name; what it sets by environment is undefined where that is reported already. */
export interface Named {
  readonly location: Location;
  readonly own: Readonly<Record<string, OwnSettings>> | undefined;
}

/** The regions, or the accounts, that a project names. */
export type Table = ReadonlyMap<string, Named>;

/** What is named, and how it is said. */
export interface Kind {
  readonly word: "regions" | "accounts";
  /** The setting that makes it what it is. */
  readonly setting: "region" | "account";
  readonly fields: Fields;
  /** What it does not take from the environment even where it says nothing of it. */
  readonly absent: OwnSettings;
}

/** What an entry of a table may say: settings, and what is different in some environments. */
export const namedSchema = ({ fields }: Pick<Kind, "fields">) =>
  object({
    ...fields,
    environments: map(object(fields), { default: {}, description: "What is different in some environments." }),
  });

type Base = Omit<Context, "providers">;

/** Reads a word of the project that gives names to regions or accounts; what is wrong is reported. */
export function readTable(context: Base, kind: Kind, entry: LocatedEntry | undefined): Table {
  const { report } = context;
  const { word } = kind;
  if (entry && entry.value.kind !== "map")
    report.add(entry.value.location, `\`${word}\` must be a mapping`, "write each under its name");
  const entries = entry?.value.kind === "map" ? [...entry.value.entries] : [];
  return new Map(
    entries.map(([name, one]) => {
      if (!namePattern.test(name)) report.add(one.key, `the name "${name}" is not allowed in \`${word}\``, nameHelp);
      return [name, { location: one.key, own: readOne(context, kind, name, one) }];
    }),
  );
}

type Said = Settings & { readonly environments: Readonly<Record<string, Settings>> };

function readOne(context: Base, kind: Kind, name: string, { key, value }: LocatedEntry): Named["own"] {
  if (value.kind === "map") return readMap(context, kind, name, key, value);
  context.report.add(value.location, `${kind.setting} ${name} must be a mapping`, `write its \`${kind.setting}\``);
  return undefined;
}

function readMap(context: Base, kind: Kind, name: string, key: Location, tree: LocatedMap): Named["own"] {
  const said = readSettings(namedSchema(kind), tree, key, context.report) as Said | undefined;
  if (!said) return undefined;
  const { environments: varied, ...same } = said;
  for (const one of Object.keys(varied)) knownEnvironment(context, one, locateKey(tree, ["environments", one]));
  const own = context.environments.map((one) => [one.name, { ...kind.absent, ...same, ...varied[one.name] }] as const);
  const lacking = own.filter(([, one]) => one[kind.setting] === undefined).map(([environment]) => environment);
  if (lacking.length === 0) return Object.fromEntries(own);
  const where = lacking.length === own.length ? "" : ` in ${lacking.join(", ")}`;
  const help = `write the ${kind.setting} of all environments, or of each`;
  context.report.add(key, `${kind.setting} ${name} has no \`${kind.setting}\`${where}`, help);
  return undefined;
}
