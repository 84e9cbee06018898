import { existsSync } from "node:fs";
import { readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";

/** What is read of a state. A state that moves gets another lineage. */
export interface StateFile {
  readonly resources: readonly unknown[];
}

/** Whether two states say the same of the same resources. */
export const isSame = (one: StateFile | undefined, other: StateFile | undefined): boolean =>
  JSON.stringify(one?.resources) === JSON.stringify(other?.resources);

/** A state that holds something; undefined where it holds nothing. */
export function parseState(text: string): StateFile | undefined {
  const state = text.trim() === "" ? undefined : (JSON.parse(text) as StateFile);
  return state && state.resources.length > 0 ? state : undefined;
}

const FILE = "bootstrap.tfstate";

/** Where the state is while the store is not there yet. */
export const localState = (folder: string): string => path.join(folder, FILE);

const override = (folder: string) => path.join(folder, "bootstrap_override.tf.json");

export async function readLocalState(folder: string): Promise<StateFile | undefined> {
  const file = localState(folder);
  return existsSync(file) ? parseState(await readFile(file, "utf8")) : undefined;
}

/** Has the root keep its state in its own folder, or no longer. */
export async function keepLocally(folder: string, isLocal: boolean): Promise<void> {
  if (isLocal)
    await writeFile(override(folder), `${JSON.stringify({ terraform: { backend: { local: { path: FILE } } } })}\n`);
  else await rm(override(folder), { force: true });
}

export async function removeLocalState(folder: string): Promise<void> {
  for (const file of [localState(folder), `${localState(folder)}.backup`]) await rm(file, { force: true });
}
