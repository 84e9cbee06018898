import { type Fields, object, oneOf, type Schema } from "../schema";
import type { Backend, Place, Reading, Settings, State } from "./backend";
import { backendNamed, backends } from "./registry";

/** The backend of a spec that names none. */
export const DEFAULT = "local";

const word = oneOf([...backends.keys()], { default: DEFAULT, description: "Where Terraform keeps its state." });

/** What a spec may say of its state: the word `backend` and the options of that backend; the word alone without one. */
export function stateSchema(backend?: Backend): Schema {
  const { properties, rules = [] } = backend?.options ?? {};
  const fields: Fields = { backend: word, ...properties };
  return object(fields, { rules, description: backend?.summary ?? "Where Terraform keeps its state." });
}

const parts = ({ backend, ...options }: State) => ({ backend: backendNamed(backend), options });

/** What a root's `terraform` block says of its state: a `backend` block, or a `cloud` block. */
export function backendOf(state: State, place: Place): Settings {
  const { backend, options } = parts(state);
  const settings = backend.settings(options, place);
  return backend.block === "cloud" ? { cloud: settings } : { backend: { [backend.name]: settings } };
}

/** What `terraform_remote_state` is told to read it. */
export function readingOf(state: State, place: Place): Reading {
  const { backend, options } = parts(state);
  return backend.reading?.(options, place) ?? { backend: backend.name, config: backend.settings(options, place) };
}

/** Which state the `terraform` block of a root names: the name of its backend and the settings that tell it from others. */
export function placeOf({ backend, cloud }: Settings): Settings {
  const [[name, settings] = ["", {}]] = Object.entries((backend ?? { cloud }) as Readonly<Record<string, Settings>>);
  const told = Object.entries(settings ?? {}).filter(([setting]) => backendNamed(name).place.includes(setting));
  return { backend: name, ...Object.fromEntries(told) };
}

/** What stands before an environment's name in its workspace, as `Backend.workspaces` says it. */
export function workspacesOf(state: State, place: Omit<Place, "environment" | "region">): readonly string[] {
  const { backend, options } = parts(state);
  return backend.workspaces(options, { ...place, environment: undefined, region: undefined });
}

/** The place of an environment that its store would cut off, and how long it may be; undefined where it fits. */
export function cutOff(state: State, place: Place): { readonly text: string; readonly after: number } | undefined {
  const { backend, options } = parts(state);
  const { setting, after } = backend.cut ?? { setting: "", after: Number.POSITIVE_INFINITY };
  const text = String(backend.settings(options, place)[setting]);
  return text.length > after ? { text, after } : undefined;
}

/** Where the state is: a sentence in Markdown. */
export function whereOf(state: State): string {
  const { backend, options } = parts(state);
  return backend.where(options);
}
