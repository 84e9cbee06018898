import type { Bootstrap, Cloud, Ground, Settings } from "../cloud";
import { check, object, optional, type Schema } from "../schema";
import { type LocatedMap, locateKey } from "../source";
import { DEFAULT } from "../state";
import type { Envelope } from "./envelope";
import type { Report } from "./reading";
import { storesOf } from "./stores";

const WORD = "bootstrap";

/** All that the word may say, whichever backend is named: for editors, and where no backend is known. */
export const anyBootstrap = ({ bootstraps = {} }: Cloud): Schema => {
  const fields = Object.values(bootstraps).flatMap(({ options }) => Object.entries(options.properties));
  const description = "How the store of the states is made.";
  return optional(object(Object.fromEntries(fields.map(([name, field]) => [name, optional(field)])), { description }));
};

/** What the word is read by. */
export interface ChosenBootstrap {
  /** Its options; undefined where the backend has none. */
  readonly bootstrap?: Schema;
  /** The settings of the project, without the word where it is reported. */
  readonly tree: LocatedMap;
}

/** Chooses the options of the store of the state backend that a spec names. */
export function chosenBootstrap({ bootstraps = {} }: Cloud, tree: LocatedMap, report: Report): ChosenBootstrap {
  const backend = backendIn(tree);
  const found = bootstraps[backend];
  // What asks for nothing is there without a word of it.
  if (found)
    return { bootstrap: asksNothing(found) ? { ...found.options, default: {} } : optional(found.options), tree };
  if (tree.entries.has(WORD)) {
    const help = `there is one of the state backends ${Object.keys(bootstraps).join(", ")}`;
    report.add(locateKey(tree, [WORD]), `the state backend ${backend} has no bootstrap`, help);
  }
  return { tree: { ...tree, entries: new Map([...tree.entries].filter(([key]) => key !== WORD)) } };
}

const asksNothing = ({ options }: Bootstrap) => check(options, {}).length === 0;

function backendIn({ entries }: LocatedMap): string {
  const state = entries.get("state")?.value;
  const named = state?.kind === "map" ? state.entries.get("backend")?.value : undefined;
  return named?.kind === "scalar" ? named.text : DEFAULT;
}

/**
 * Reports what is wrong between the word and the rest of the project. Where nothing is written of it, the store may be
 * somebody else's, and what is wrong only means that there is no bootstrap.
 */
export function soundBootstrap(cloud: Cloud, envelope: Envelope, tree: LocatedMap, report: Report): Envelope {
  const { bootstrap: _, ...rest } = envelope;
  const flaws = groundsOf(cloud, envelope).flatMap(({ found, ground }) => found.flaws?.(ground) ?? []);
  if (flaws.length === 0) return envelope;
  if (!tree.entries.has(WORD)) return rest;
  for (const { path, message, help } of flaws) report.add(locateKey(tree, [WORD, ...path]), message, help);
  return envelope;
}

/** What the stores of a project are made from, as far as it is known without its components. */
export function groundsOf({ bootstraps }: Cloud, envelope: Envelope): { found: Bootstrap; ground: Ground }[] {
  const { name: project, layout, state, ownStates, bootstrap: options } = envelope;
  const found = bootstraps?.[state.backend];
  if (!found || !options) return [];
  const { region } = envelope as { readonly region?: string };
  const environments = envelope.environments as unknown as Readonly<Record<string, Settings>>;
  const stores = storesOf({ state, ownStates, options, environments, region }, found);
  return stores.map((store) => ({ found, ground: { project, layout, ...store } }));
}
