import type { Bootstrap, Foundation, Settings } from "../cloud";
import { escapeAll, upFrom } from "../compose";
import { type Project, type Store, seenFrom, servicesOf, storesOf } from "../spec";
import { backendOf } from "../state";
import { defaultTags } from "./environment";
import { inFolder, type Json, terraformJson } from "./json";

/** How the stores of a project's states are made; undefined where that is not for us. */
export const bootstrapOf = ({ cloud, state, bootstrap }: Project): Bootstrap | undefined =>
  bootstrap && cloud.bootstraps?.[state.backend];

/** The stores of a project's states, by the folders of the roots that make them. */
export function bootstrapsOf(project: Project): ReadonlyMap<string, Store> {
  const found = bootstrapOf(project);
  const { state, bootstrap: options = {}, environments } = project;
  const settings = Object.fromEntries(environments.map((one) => [one.name, one.settings]));
  const ownStates = Object.fromEntries(
    environments.flatMap(({ name, ownState }) => (ownState ? [[name, ownState]] : [])),
  );
  const region = environments[0]?.settings.region;
  const stores = found ? storesOf({ state, ownStates, options, environments: settings, region }, found) : [];
  return new Map(stores.map((store) => [["bootstrap", store.environment].filter(Boolean).join("/"), store]));
}

/** The roots that make the stores of the states and keep their own state there, by path below the output folder. */
export const bootstrapRoots = (project: Project): [path: string, text: string][] =>
  [...bootstrapsOf(project)].flatMap(([folder, store]) => rootOf(folder, store, project));

function rootOf(folder: string, store: Store, project: Project): [path: string, text: string][] {
  const { main, providers, outputs } = (bootstrapOf(project) as Bootstrap).root(foundationOf(folder, store, project));
  const files: Record<string, Json> = {
    "main.tf.json": main,
    "providers.tf.json": providers,
    "outputs.tf.json": outputs,
    "backend.tf.json": { terraform: escapeAll(backendOf(store.state, placeOf(store, project))) as Json },
  };
  return Object.entries(inFolder(folder, files)).map(([path, content]) => [path, terraformJson(content)]);
}

/** Projects may share a store, but each makes its own: `bootstrap/shop`. */
const placeOf = ({ region }: Store, { name }: Project) => ({ project: "bootstrap", environment: name, region });

function foundationOf(folder: string, store: Store, project: Project): Foundation {
  const { name, layout, environments, providers, tags } = project;
  const furtherProviders = environments.map((environment): [string, Settings[]] => [
    environment.name,
    providers.map((one) => seenFrom(environment, one).settings),
  ]);
  return {
    project: name,
    layout,
    ...store,
    modules: `${upFrom(folder)}modules`,
    furtherProviders: Object.fromEntries(furtherProviders),
    ...(project.states === "service" ? { services: [...servicesOf(project.components).keys()] } : {}),
    tags: defaultTags(name, "bootstrap", environments.find((one) => one.name === store.environment)?.tags ?? tags),
  };
}
