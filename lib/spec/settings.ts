import type { Cloud, Settings } from "../cloud";
import { UserError } from "../diagnostic";
import { isEmpty, type Located, type LocatedEntry, type LocatedMap } from "../source";
import { DEFAULT } from "../state";
import { chosenBootstrap, soundBootstrap } from "./bootstrap";
import { corrected, didYouMean, nearest } from "./did-you-mean";
import { type Envelope, envelopeOf, projectName } from "./envelope";
import { readOwnStates, withoutOwnStates } from "./own-states";
import { longPipelines } from "./pipelines";
import { type Report, readSettings } from "./reading";
import { checkState, chosenState } from "./state";

/** The words of the main file that are read apart from its settings. */
const apart = ["defaults", "services", "patterns", "regions", "accounts", "exports", "moved"];

/**
 * Reads what the main file says of the project as a whole. Of settings with problems, which are reported, it returns
 * what the services can be read against all the same.
 * @throws UserError where there is no such thing: without environments, nothing can be said of a service.
 */
export function readEnvelope(cloud: Cloud, main: LocatedMap, report: Report): Envelope {
  const known = knownWords(main, Object.keys(envelopeOf(cloud).properties), report);
  const { state, tree: stated } = chosenState(longPipelines(known), report);
  const { bootstrap, tree } = chosenBootstrap(cloud, stated, report);
  const words = withoutOwnStates(tree);
  const read = readSettings(envelopeOf(cloud, state, bootstrap), words, main.location, report) as Envelope | undefined;
  const sound = read && { ...read, ownStates: readOwnStates(read, tree, report) };
  if (sound) checkState(sound, tree, report);
  const envelope = sound ? soundBootstrap(cloud, sound, tree, report) : salvaged(words);
  if (!envelope) throw new UserError(report.diagnostics);
  return envelope;
}

function knownWords(main: LocatedMap, words: readonly string[], report: Report): LocatedMap {
  const own = [...main.entries].filter(([word]) => !apart.includes(word));
  const known = corrected({ ...main, entries: new Map(own) }, words, (word, location) => {
    report.add(location, `unknown key "${word}"`, didYouMean("keys", word, [...words, ...apart]));
    return nearest(word, [...words, ...apart]);
  });
  return { ...known, entries: new Map([...known.entries].map(([word, entry]) => [word, withMapping(word, entry)])) };
}

/** Environments without a value are no environments, which has a message of its own. */
function withMapping(word: string, { key, value }: LocatedEntry): LocatedEntry {
  const isNothing = word === "environments" && value.kind === "scalar" && isEmpty(value);
  return { key, value: isNothing ? { kind: "map", entries: new Map(), location: value.location } : value };
}

function salvaged({ entries }: LocatedMap): Envelope | undefined {
  const environments = entries.get("environments")?.value;
  if (environments?.kind !== "map" || environments.entries.size === 0) return undefined;
  const { name = "", ...settings } = textsOf([...entries].map(([word, { value }]) => [word, value]));
  const each = [...environments.entries].map(([environment, { value }]) => [
    environment,
    value.kind === "map" ? textsOf([...value.entries].map(([word, one]) => [word, one.value])) : {},
  ]);
  return {
    ...settings,
    name: new RegExp(projectName.pattern).test(name) && name.length <= projectName.maxLength ? name : "x",
    layout: "directories",
    state: { backend: DEFAULT },
    ownStates: {},
    states: "environment",
    tags: {},
    environments: Object.fromEntries(each),
  } as Envelope;
}

/** What is there counts as there, whatever it is. */
const textsOf = (entries: readonly (readonly [string, Located])[]): Settings =>
  Object.fromEntries(entries.map(([word, value]) => [word, value.kind === "scalar" ? value.text : ""]));
