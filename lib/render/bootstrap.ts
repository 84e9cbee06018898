import type { Bootstrap, Foundation } from "../cloud";
import { escapeAll } from "../compose";
import { type Environment, type Project, seenFrom, servicesOf } from "../spec";
import { backendOf } from "../state";
import { defaultTags } from "./environment";
import { type Json, terraformJson } from "./json";

/** How the store of a project's state is made; undefined where that is not for us. */
export const bootstrapOf = ({ cloud, state, bootstrap }: Project): Bootstrap | undefined =>
  bootstrap && cloud.bootstraps?.[state.backend];

/** The root that makes the store of the state and keeps its own state in it, by path below the output folder. */
export function bootstrapRoot(project: Project): [path: string, text: string][] {
  const found = bootstrapOf(project);
  if (!found) return [];
  const { main, providers, outputs } = found.root(foundationOf(project));
  const files: Record<string, Json> = {
    "main.tf.json": main,
    "providers.tf.json": providers,
    "outputs.tf.json": outputs,
    "backend.tf.json": { terraform: escapeAll(backendOf(project.state, place(project))) as Json },
  };
  return Object.entries(files).map(([path, content]) => [`bootstrap/${path}`, terraformJson(content)]);
}

/** Projects may share a store, but each makes its own: `bootstrap/shop`. */
const place = (project: Project) => ({
  project: "bootstrap",
  environment: project.name,
  region: regionOf(project),
});

const regionOf = ({ environments }: Project) => environments[0]?.settings.region;

function foundationOf(project: Project): Foundation {
  const { name, layout, state, bootstrap: options = {}, environments, providers } = project;
  const inEach = <T>(value: (environment: Environment) => T) =>
    Object.fromEntries(environments.map((environment) => [environment.name, value(environment)]));
  return {
    project: name,
    layout,
    state,
    options,
    environments: inEach(({ settings }) => settings),
    furtherProviders: inEach((environment) => providers.map((one) => seenFrom(environment, one).settings)),
    region: regionOf(project),
    ...(project.states === "service" ? { services: [...servicesOf(project.components).keys()] } : {}),
    tags: defaultTags(name, "bootstrap", project.tags),
  };
}
