import type { Cloud } from "../cloud";
import { object, optional, type Schema, string } from "../schema";
import type { LocatedEntry, LocatedMap } from "../source";
import type { Context } from "./context";
import { checkValues } from "./reading";
import { type Kind, readTable, type Table } from "./table";

/** What a name of `regions` may say. */
export const regionsOf = ({ settings }: Cloud): Kind => ({
  word: "regions",
  setting: "region",
  fields: { region: settings.region ?? optional(string()) },
  absent: {},
});

/** Reads `regions`: by name a region, which may be another one in some environments. */
export function readRegions(context: Omit<Context, "providers">, entry: LocatedEntry | undefined): Table {
  const { cloud, report } = context;
  const table = readTable(context, regionsOf(cloud), entry && { ...entry, value: spelledOut(entry.value) });
  for (const [name, { own = {}, location }] of table) {
    const other = Object.values(own).find(({ region }) => region !== name)?.region;
    if (other !== undefined && problemWith(name, cloud) === undefined)
      report.add(location, `${name} is a region itself, and cannot stand for ${other}`, "give it another name");
  }
  return table;
}

/** A text alone is the region of all environments. */
function spelledOut(value: LocatedEntry["value"]): LocatedEntry["value"] {
  if (value.kind !== "map") return value;
  const entries = [...value.entries].map(([name, { key, value: one }]): [string, LocatedEntry] => {
    const said = new Map([["region", { key, value: one }]]);
    return [name, { key, value: one.kind === "scalar" ? { kind: "map", entries: said, location: one.location } : one }];
  });
  return { ...value, entries: new Map(entries) };
}

const nowhere = { file: "", start: 0, end: 0 };
const nothing: LocatedMap = { kind: "map", entries: new Map(), location: nowhere };

/** What is wrong with a text as a region of the cloud. */
export function problemWith(region: string, { settings }: Cloud): string | undefined {
  const { optional: _, ...schema } = (settings.region ?? string()) as Schema;
  return checkValues(object({ region: schema }), { region }, nothing, nowhere)[0]?.message;
}
