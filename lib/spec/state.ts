import type { Location } from "../diagnostic";
import type { Schema } from "../schema";
import { type LocatedEntry, type LocatedMap, locate, locateKey } from "../source";
import { type Backend, backends, cutOff, DEFAULT, stateSchema, workspacesOf } from "../state";
import { corrected, didYouMean, nearest } from "./did-you-mean";
import type { Envelope } from "./envelope";
import type { Report } from "./reading";

/** What `state` is read by. */
export interface ChosenState {
  /** Its options; undefined where nothing is written of it. */
  readonly state?: Schema;
  /** The settings of the project, without those of `state` that are reported. */
  readonly tree: LocatedMap;
}

/** Chooses the options of the state backend that a spec names, and reports those that are not for it. */
export function chosenState(tree: LocatedMap, report: Report): ChosenState {
  const entry = tree.entries.get("state");
  if (entry?.value.kind !== "map") return { tree };
  const backend = backendIn(entry.value);
  const options = backend ? ownOptions(backend, entry.value, report) : onlyBackend(entry.value);
  return { state: stateSchema(backend), tree: withEntry(tree, "state", { ...entry, value: options }) };
}

/** The backend that is named; undefined where there is none of that name. */
function backendIn({ entries }: LocatedMap): Backend | undefined {
  const named = entries.get("backend")?.value;
  if (!named) return backends.get(DEFAULT);
  return named.kind === "scalar" ? backends.get(named.text) : undefined;
}

const withEntry = (tree: LocatedMap, key: string, entry: LocatedEntry): LocatedMap => ({
  ...tree,
  entries: new Map([...tree.entries, [key, entry]]),
});

/** Of a backend that does not exist, nothing can be said of options. */
const onlyBackend = (tree: LocatedMap): LocatedMap => ({
  ...tree,
  entries: new Map([...tree.entries].filter(([key]) => key === "backend")),
});

/** The options of a backend that are written; those that are not for an author are reported. */
export function ownOptions(backend: Backend, written: LocatedMap, report: Report): LocatedMap {
  const tree = withoutSecrets(backend, written, report);
  const known = ["backend", ...Object.keys(backend.options.properties)];
  return corrected(tree, known, (option, place) => {
    const reason = backend.refused[option];
    if (reason !== undefined) report.add(place, `state.${option} cannot be set`, reason);
    else unknownOption(backend, option, known, place, report);
    return reason === undefined && hasIt(option).length === 0 ? nearest(option, known) : undefined;
  });
}

function unknownOption({ name }: Backend, option: string, known: readonly string[], place: Location, report: Report) {
  const others = hasIt(option);
  const help = others.length > 0 ? `it is an option of ${others.join(", ")}` : didYouMean("options", option, known);
  report.add(place, `the state backend ${name} has no option ${option}`, help);
}

/** The backends with an option of that name. */
const hasIt = (option: string): string[] =>
  [...backends.values()]
    .filter(({ options, secrets, refused }) =>
      [options.properties, secrets, refused].some((one) => Object.hasOwn(one, option)),
    )
    .map(({ name }) => name);

function withoutSecrets({ secrets }: Backend, written: LocatedMap, report: Report): LocatedMap {
  return Object.entries(secrets).reduce((tree, [option, variable]) => {
    const path = option.split(".");
    if (!isThere(tree, path)) return tree;
    const help = `where Terraform runs, set the environment variable ${variable}`;
    report.add(locateKey(tree, path), `state.${option} is a secret, and a spec holds none`, help);
    return without(tree, path);
  }, written);
}

function isThere({ entries }: LocatedMap, [step = "", ...rest]: readonly string[]): boolean {
  const value = entries.get(step)?.value;
  return value !== undefined && (rest.length === 0 || (value.kind === "map" && isThere(value, rest)));
}

function without(tree: LocatedMap, [step = "", ...rest]: readonly string[]): LocatedMap {
  const entry = tree.entries.get(step);
  if (rest.length > 0 && entry?.value.kind === "map")
    return withEntry(tree, step, { ...entry, value: without(entry.value, rest) });
  return { ...tree, entries: new Map([...tree.entries].filter(([key]) => key !== step)) };
}

/** Reports a layout that the backend has no workspaces for, and places that it would cut off. */
export function checkState(envelope: Envelope, main: LocatedMap, report: Report): void {
  const { name, layout, state, states, state_references, environments } = envelope;
  if (states === "environment" && state_references !== undefined)
    report.add(
      locateKey(main, ["state_references"]),
      "nothing is in another state: an environment has one state",
      "remove it, or give each service a state of its own: `states: service`",
    );
  if (layout === "workspaces" && workspacesOf(state, { project: name }).length === 0)
    report.add(
      locate(main, ["layout"]),
      `the state backend ${state.backend} has no workspaces`,
      "choose the layout directories, or another backend",
    );
  for (const environment of layout === "directories" ? Object.keys(environments) : []) {
    const cut = cutOff(state, { project: name, environment, region: undefined });
    if (cut)
      report.add(
        locateKey(main, ["environments", environment]),
        `the state of ${environment} would be ${cut.text}, which the state backend ${state.backend} cuts off after ${cut.after} characters`,
        "give the environment or the project a shorter name",
      );
  }
}
