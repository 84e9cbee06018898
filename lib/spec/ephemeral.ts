import { UserError } from "../diagnostic";
import type { Located, LocatedEntry, LocatedMap } from "../source";
import { didYouMean } from "./did-you-mean";
import type { Files } from "./files";

/** Ephemeral environments by the names that the spec has for them: the names that they have this time. */
export type As = Readonly<Record<string, string>>;

/**
 * Reads such names: `preview=pr-42`, several parted by commas.
 * @throws UserError where a text is none.
 */
export function asOf(text: string | undefined): As {
  if (!text) return {};
  return Object.fromEntries(text.split(",").map(pairOf));
}

function pairOf(pair: string): [string, string] {
  const match = /^([a-z][a-z0-9-]*)=([a-z][a-z0-9]*(?:-[a-z0-9]+)*)$/.exec(pair.trim());
  if (match) return [match[1] as string, match[2] as string];
  const help = "write GROUNDPLAN_AS=preview=pr-42, names in lower-case letters, digits and -";
  throw new UserError([{ message: `GROUNDPLAN_AS holds "${pair}", which names no environment`, help }]);
}

/**
 * A spec in which ephemeral environments have other names, wherever it speaks of them.
 * @throws UserError where there is no such environment, it is not ephemeral, or the name is another's.
 */
export function renamed(files: Files, as: As): Files {
  if (Object.keys(as).length === 0) return files;
  checkNames(files.main, as);
  const inAll = (entries: ReadonlyMap<string, LocatedEntry>) =>
    new Map([...entries].map(([name, { key, value }]) => [name, { key, value: inTree(value, as) }]));
  return {
    ...files,
    main: inTree(files.main, as) as LocatedMap,
    services: inAll(files.services),
    patterns: inAll(files.patterns),
    exports: inAll(files.exports),
  };
}

function checkNames({ entries }: LocatedMap, as: As): void {
  const environments = entries.get("environments")?.value;
  const known = environments?.kind === "map" ? environments.entries : new Map<string, LocatedEntry>();
  for (const [name, other] of Object.entries(as)) {
    const refuse = (message: string, help: string) => new UserError([{ message: `GROUNDPLAN_AS: ${message}`, help }]);
    const found = known.get(name);
    if (!found) throw refuse(`there is no environment ${name}`, didYouMean("environments", name, [...known.keys()]));
    if (!isEphemeral(found.value))
      throw refuse(`${name} is not ephemeral`, "only what says `ephemeral: true` has other names");
    if (known.has(other)) throw refuse(`${other} is an environment of its own`, "choose another name");
  }
}

function isEphemeral(value: Located): boolean {
  const said = value.kind === "map" ? value.entries.get("ephemeral")?.value : undefined;
  return said?.kind === "scalar" && said.text === "true";
}

/** Names of environments are keys of `environments` and items of `only`, at any depth. */
function inTree(value: Located, as: As): Located {
  if (value.kind !== "map") return value;
  const entries = [...value.entries].map(([word, { key, value: inner }]): [string, LocatedEntry] => [
    word,
    { key, value: nameIn(word, inTree(inner, as), as) },
  ]);
  return { ...value, entries: new Map(entries) };
}

function nameIn(word: string, value: Located, as: As): Located {
  if (word === "environments" && value.kind === "map")
    return { ...value, entries: new Map([...value.entries].map(([name, entry]) => [as[name] ?? name, entry])) };
  if (word !== "only" || value.kind !== "list") return value;
  return { ...value, items: value.items.map((item) => (item.kind === "scalar" ? named(item, as) : item)) };
}

const named = (item: Located & { readonly kind: "scalar" }, as: As): Located => ({
  ...item,
  text: as[item.text] ?? item.text,
});
