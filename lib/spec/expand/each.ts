import type { Location } from "../../diagnostic";
import { isEmpty, type Located, type LocatedEntry } from "../../source";
import type { Report } from "../reading";
import { type Filling, fill } from "./fill";
import { type Each, placed, type Scope } from "./scope";

/** What follows the name of a service or a component. */
const suffix = /^[a-z0-9]+([_-][a-z0-9]+)*$/;

/** One of those for which something is written: its name, and the scope of what is written for it. */
export interface Turn {
  readonly name: string;
  readonly scope: Scope;
}

/** The turns of a `for_each`; undefined, and reported, where it is wrong. */
export function turnsOf(
  name: string,
  of: string,
  { key, value }: LocatedEntry,
  filling: Filling,
): readonly Turn[] | undefined {
  const { scope, report } = filling;
  const given = fill(value, filling);
  const all = given && eachOf(given, report);
  if (!all) return undefined;
  if (all.length === 0 && !isReference(value)) {
    report.add(placed(key, scope), `\`for_each\` of ${of} names nothing`, "write at least one name");
    return undefined;
  }
  if (!areSound(all, report)) return undefined;
  return all.map((each) => {
    const text = each.key.text;
    const via = { message: `repeated as ${of}-${text}`, name: `${of}-${text}`, location: each.key.location };
    return { name: `${name}-${text}`, scope: { ...scope, each, via } };
  });
}

const isReference = (value: Located) => value.kind === "scalar";

function eachOf(value: Located, report: Report): readonly Each[] | undefined {
  if (value.kind === "map")
    return [...value.entries].map(([text, entry]) => ({ key: keyOf(text, entry.key), value: entry.value }));
  const keys = value.kind === "list" ? value.items : [];
  const help = "such as [blue, green], or { blue: { size: 1 }, green: { size: 2 } }";
  if (value.kind === "scalar") report.add(value.location, "`for_each` must be a list of names or a mapping", help);
  const other = keys.find((key) => key.kind !== "scalar" || isEmpty(key));
  if (other) report.add(other.location, "a name of `for_each` must be a text", help);
  if (value.kind === "scalar" || other) return undefined;
  return keys.flatMap((key) => (key.kind === "scalar" ? { key } : []));
}

const keyOf = (text: string, location: Location) =>
  ({ kind: "scalar", text, quoted: text === "null", location }) as const;

function areSound(all: readonly Each[], report: Report): boolean {
  const known = new Set<string>();
  const wrong = all.filter(({ key: { text, location } }) => {
    const isTwice = known.has(text);
    known.add(text);
    const isAllowed = suffix.test(text);
    if (!isAllowed)
      report.add(location, `the name "${text}" is not allowed in \`for_each\``, "lower-case letters, digits, - and _");
    else if (isTwice) report.add(location, `"${text}" is in \`for_each\` twice`, "keep one of the two");
    return !isAllowed || isTwice;
  });
  return wrong.length === 0;
}
