import { type Alias, isAlias, isMap, isScalar, isSeq, type Node, type Pair, type Scalar, type YAMLMap } from "yaml";
import type { Diagnostic, Location } from "../diagnostic";
import type { Anchors } from "./anchors";
import { isEmpty, type Located, type LocatedEntry, type LocatedScalar } from "./located";

/** One file while it is converted. */
export interface Reading {
  readonly file: string;
  readonly text: string;
  readonly anchors: Anchors;
  readonly diagnostics: Diagnostic[];
  /** The number of the line on which an offset lies, from 1. */
  readonly lineOf: (offset: number) => number;
}

type Entries = Map<string, LocatedEntry>;

/** Half of a surrogate pair. */
const HALF = /\p{Cs}/u;

/** Tags that say what is so anyway. */
const PLAIN_TAGS = ["str", "seq", "map"].map((name) => `tag:yaml.org,2002:${name}`);

/** A node of the YAML library as a located value; undefined, and a diagnostic, where it stands for none. */
export function convert(node: Node, reading: Reading): Located | undefined {
  if (isAlias(node)) return resolve(node, reading);
  const anchor = isScalar(node) || isMap(node) || isSeq(node) ? node.anchor : undefined;
  if (anchor !== undefined) reading.anchors.start(anchor);
  checkTag(node, reading);
  const value = converted(node, reading);
  reading.anchors.measure(value);
  if (anchor !== undefined) reading.anchors.finish(anchor, value);
  return value;
}

function converted(node: Node, reading: Reading): Located {
  const location = place(node, reading);
  if (isMap(node)) return { kind: "map", entries: entriesOf(node, reading), location };
  if (!isSeq(node)) return scalar(node as Scalar, reading);
  const items = node.items.map((item) => convert(item as Node, reading)).filter((item) => item !== undefined);
  return { kind: "list", items, location };
}

function scalar(node: Scalar, reading: Reading): LocatedScalar {
  const text = String(node.value).normalize("NFC");
  const quoted = node.type !== "PLAIN" || node.tag === PLAIN_TAGS[0];
  if (HALF.test(text)) complain(node, reading, "an escape stands for half a character", "write the character itself");
  return { kind: "scalar", text, quoted, location: place(node, reading) };
}

function resolve(alias: Alias, reading: Reading): Located | undefined {
  const { source } = alias;
  const value = reading.anchors.resolve(source, place(alias, reading));
  if (value !== undefined && value !== "unfinished") return value;
  const problem = value ? "stands inside the value that it names" : "names no anchor above it";
  const help = `write &${source} before the value to repeat; quote a text that starts with *`;
  return complain(alias, reading, `*${source} ${problem}`, help);
}

function checkTag({ tag, range }: Node, reading: Reading): void {
  if (tag === undefined || PLAIN_TAGS.includes(tag)) return;
  const shown = tag.replace("tag:yaml.org,2002:", "!!");
  const end = range?.[0] ?? 0;
  const before = reading.text.slice(Math.max(0, end - 200), end);
  const written = /![^\s,]*(?=(?:\s+&\S+)?\s*$)/.exec(before);
  const start = written ? end - before.length + written.index : end;
  const location = { file: reading.file, start, end: start + (written?.[0].length ?? 0) };
  const help = "remove the tag; quote a text that starts with !";
  reading.diagnostics.push({ message: `the tag ${shown} is not known`, location, help });
}

function entriesOf(map: YAMLMap, reading: Reading): Entries {
  const own: Entries = new Map();
  const merges: Entries = new Map();
  for (const pair of map.items as Pair<Node | null, Node | null>[]) {
    const key = keyOf(pair.key ?? map, reading);
    const value = pair.value ? convert(pair.value, reading) : key && nothing(key);
    if (key === undefined || value === undefined) continue;
    const isMerge = key.text === "<<" && !key.quoted;
    add(isMerge ? merges : own, key, value, reading);
  }
  for (const merge of merges.values()) mergeInto(own, merge, reading);
  return own;
}

function keyOf(node: Node, reading: Reading): LocatedScalar | undefined {
  const key = isScalar(node) ? convert(node, reading) : undefined;
  if (key?.kind !== "scalar") return complain(node, reading, "a key must be a text", "values may nest, keys may not");
  if (key.text === "__proto__") return complain(node, reading, "__proto__ is no possible key", "choose another key");
  if (!isEmpty(key)) return key;
  return complain(
    node,
    reading,
    `a key is ${key.text || "missing"}`,
    'write a key before the colon, or "null" in quotes',
  );
}

/** The value of a key after which nothing stands, not even a colon. */
function nothing({ location }: LocatedScalar): LocatedScalar {
  return { kind: "scalar", text: "", quoted: false, location: { ...location, start: location.end } };
}

function add(entries: Entries, key: LocatedScalar, value: Located, reading: Reading): void {
  const first = entries.get(key.text);
  if (first === undefined) {
    entries.set(key.text, { key: key.location, value });
    return;
  }
  const lines = [first.key, key.location].map(({ start }) => reading.lineOf(start));
  const message = `${key.text} is written twice, on line ${lines[0]} and on line ${lines[1]}`;
  const help = key.text === "<<" ? "merge several mappings at once: <<: [*a, *b]" : "keep one of the two";
  reading.diagnostics.push({ message, location: key.location, help });
}

/** Adds the entries of a mapping, or of each mapping in a list, for keys that are not there yet. */
function mergeInto(own: Entries, { key, value }: LocatedEntry, reading: Reading): void {
  for (const source of value.kind === "list" ? value.items : [value]) {
    if (source.kind === "map") {
      for (const [name, entry] of source.entries) if (!own.has(name)) own.set(name, entry);
    } else {
      const help = "write <<: *anchor, where the anchor names a mapping";
      reading.diagnostics.push({ message: "<< merges mappings only", location: key, help });
    }
  }
}

/** Where a node is written, without the white space that the library counts into blocks. */
function place({ range }: Pick<Node, "range">, { file, text }: Reading): Location {
  const [start, end] = range ?? [0, 0];
  let last = end;
  while (last > start && " \t\r\n".includes(text.charAt(last - 1))) last -= 1;
  return { file, start, end: last };
}

function complain(node: Pick<Node, "range">, reading: Reading, message: string, help: string): undefined {
  reading.diagnostics.push({ message, location: place(node, reading), help });
}
