import path from "node:path";
import { type Component, type Environment, locate, type Project } from "../../index";
import { type Located, parse } from "../../lib/source";
import { explainValues, type Origin } from "../explain/values";
import type { Session } from "../session";

/** A value in one environment, and who set it. */
export interface Side {
  readonly value: unknown;
  /** The layer that sets it: `component`, `profile dev`, `module default`. */
  readonly layer: string;
  readonly file?: string;
  readonly line?: number;
}

/** Something that two environments do not have in common. */
export interface Difference {
  /** Its address; absent where it is the environment itself that differs. */
  readonly component?: string;
  readonly input: string;
  /** By environment; one that has no such value is not there. */
  readonly values: Readonly<Record<string, Side>>;
}

/** Everything in which two environments differ: what they are themselves, then their components in the order of the spec. */
export function compareEnvironments(project: Project, a: Environment, b: Environment, session: Session): Difference[] {
  const own = compareSettings(a, b, session);
  const components = [...project.components.values()].flatMap((one) => compareComponent(one, a.name, b.name, session));
  return [...own, ...components].filter(({ values }) => !isSame(values[a.name], values[b.name]));
}

/** A map that is empty here has members there, each of which is a difference of its own. */
const isSame = (a: Side | undefined, b: Side | undefined) =>
  JSON.stringify(a?.value ?? {}) === JSON.stringify(b?.value ?? {});

function compareComponent(component: Component, a: string, b: string, session: Session): Difference[] {
  const { address, environments, location } = component;
  const has = [a, b].filter((name) => environments.includes(name));
  if (has.length === 0) return [];
  if (has.length === 1) {
    const side = (name: string) => ({ value: has.includes(name), layer: "component", ...session.place(location) });
    return [{ component: address, input: "only", values: { [a]: side(a), [b]: side(b) } }];
  }
  return explainValues(component)
    .map(({ path: input, origins }) => ({
      component: address,
      input,
      values: Object.fromEntries([a, b].flatMap((name) => sideIn(name, origins, session))),
    }))
    .filter(({ values }) => Object.keys(values).length > 0);
}

function sideIn(environment: string, origins: readonly Origin[], session: Session): [string, Side][] {
  const found = origins.find(({ environments }) => environments.includes(environment));
  if (!found) return [];
  const { value, layer, location } = found;
  return [[environment, { value, layer, ...(location ? session.place(location) : {}) }]];
}

function compareSettings(a: Environment, b: Environment, session: Session): Difference[] {
  const all = [a, b].map((one) => [one.name, wordsOf(one)] as const);
  const inputs = [...new Set(all.flatMap(([, words]) => Object.keys(words)))];
  return inputs.map((input) => ({
    input,
    values: Object.fromEntries(
      all.flatMap(([name, words]) =>
        words[input] === undefined ? [] : [[name, { value: words[input], ...setBy(name, input, session) }]],
      ),
    ),
  }));
}

const wordsOf = ({ profile, protected: isProtected, settings }: Environment): Readonly<Record<string, unknown>> => ({
  profile,
  protected: isProtected,
  ...settings,
});

/** What an environment says itself is stronger than what the project says for all. */
function setBy(environment: string, word: string, session: Session): Omit<Side, "value"> {
  const file = path.basename(session.spec);
  const main = parse(file, session.sources.text(file) ?? "").value;
  const places = [
    { layer: `environment ${environment}`, at: ["environments", environment, word] },
    { layer: "project", at: [word] },
  ];
  const found = places.find(({ at }) => main && isWritten(main, at));
  if (!main || !found) return { layer: "default" };
  return { layer: found.layer, ...session.place(locate(main, found.at)) };
}

function isWritten(tree: Located, [step, ...rest]: readonly string[]): boolean {
  if (step === undefined) return true;
  const entry = tree.kind === "map" ? tree.entries.get(step) : undefined;
  return entry !== undefined && isWritten(entry.value, rest);
}
