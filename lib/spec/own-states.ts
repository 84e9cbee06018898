import { type Located, type LocatedMap, locateKey } from "../source";
import { backends, type State, stateSchema } from "../state";
import type { Envelope } from "./envelope";
import { type Report, readSettings } from "./reading";
import { ownOptions } from "./state";

const WORD = "state";

/** The environments of a spec without what they say of their own state, which is read when that of the project is. */
export function withoutOwnStates(tree: LocatedMap): LocatedMap {
  const entry = tree.entries.get("environments");
  if (entry?.value.kind !== "map") return tree;
  const value: LocatedMap = { ...entry.value, entries: mapped(entry.value, withoutState) };
  return { ...tree, entries: new Map([...tree.entries, ["environments", { ...entry, value }]]) };
}

const mapped = ({ entries }: LocatedMap, change: (value: Located) => Located) =>
  new Map([...entries].map(([name, { key, value }]) => [name, { key, value: change(value) }]));

const withoutState = (value: Located): Located =>
  value.kind === "map" ? { ...value, entries: new Map([...value.entries].filter(([word]) => word !== WORD)) } : value;

/** The states of environments that have another store than the project: options in the place of the project's, by environment. */
export function readOwnStates(
  { layout, state, environments }: Envelope,
  tree: LocatedMap,
  report: Report,
): Readonly<Record<string, State>> {
  const written = tree.entries.get("environments")?.value;
  const all = Object.keys(environments).flatMap((name) => {
    const environment = written?.kind === "map" ? written.entries.get(name)?.value : undefined;
    const own = environment?.kind === "map" ? environment.entries.get(WORD) : undefined;
    if (!own) return [];
    if (layout === "workspaces") {
      const help = "choose the layout directories, where each environment is a root of its own";
      report.add(own.key, "one root for all environments has one store of states", help);
      return [];
    }
    const found = readOwn(state, own.value, tree, report);
    return found ? [[name, found] as const] : [];
  });
  return Object.fromEntries(all);
}

function readOwn({ backend: name }: State, own: Located, tree: LocatedMap, report: Report): State | undefined {
  const backend = backends.get(name);
  if (own.kind !== "map" || !backend) {
    report.add(own.location, "`state` of an environment must be a mapping", "write what is different: `bucket: …`");
    return undefined;
  }
  const named = own.entries.get("backend");
  if (named)
    report.add(
      named.key,
      "an environment has the state backend of the project",
      `say only what is different: options of ${name}`,
    );
  const rest = { ...own, entries: new Map([...own.entries].filter(([word]) => word !== "backend")) };
  const options = ownOptions(backend, rest, report);
  const shared = tree.entries.get(WORD)?.value;
  const inherited = shared?.kind === "map" ? shared.entries : new Map();
  const merged = { ...options, entries: new Map([...inherited, ...options.entries]) };
  return readSettings(stateSchema(backend), merged, locateKey(tree, [WORD]), report) as State | undefined;
}
