import type { Expressions } from "../cloud";
import { chosen, escapeAll, escapeTemplate, type Stack } from "../compose";
import { expr, hcl, type Part, type Ref, reference } from "../expression";
import { type Environment, type Project, type Provider, seenFrom, settingOf } from "../spec";
import { defaultTags, moduleVersions } from "./environment";
import type { Json } from "./json";

/** The providers of an environment's root, by name: its own, and those of other regions and accounts. */
export function providersOf(environment: Environment, { cloud, name, providers }: Project): Json {
  const tags = defaultTags(name, environment.name, environment.tags);
  const block = ({ settings }: Environment) => cloud.provider(escaped(settings), tags);
  const others = providers.map((one) => ({ alias: one.alias, ...block(seenFrom(environment, one)) }));
  return { [cloud.name]: blocks(block(environment), others) };
}

const escaped = (settings: Environment["settings"]) =>
  Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, escapeTemplate(value)]));

const blocks = (own: Json, others: readonly Json[]) => (others.length > 0 ? [own, ...others] : own);

/** The same of the one root of all environments, which takes their settings from variables. */
export function variableProviders({ project, roots }: Stack): Json {
  const { cloud, providers } = project;
  const tags = variableTags(project);
  const set = new Set(roots.flatMap(({ environment }) => Object.keys(environment.settings)));
  const variables = Object.fromEntries(
    [...set].sort().map((setting) => [setting, reference<string>(`var.${setting}`)]),
  );
  const others = providers.map((one) => ({
    alias: one.alias,
    ...cloud.variableProvider({ ...variables, ...ownOf(one, project) }, tags),
  }));
  return { [cloud.name]: blocks(cloud.variableProvider(variables, tags), others) };
}

/** The tags of the environment that is planned. */
function variableTags({ name, tags: shared, environments }: Project) {
  const differing = environments.filter(({ tags }) => JSON.stringify(tags) !== JSON.stringify(shared));
  const tags = defaultTags(name, "${var.environment}", shared);
  if (differing.length === 0) return tags;
  const own = Object.fromEntries(environments.map((one) => [one.name, escapeAll(one.tags) as Part]));
  return expr`merge(${tags}, ${reference(hcl(own))}[var.environment])` as Ref<Environment["tags"]>;
}

/** What a provider sets itself, in all environments alike or in each as it says. */
function ownOf(provider: Provider, { cloud, environments }: Project): Expressions {
  const all = Object.keys(cloud.settings).map((name) => [name, settingOf(name, provider, environments)] as const);
  return Object.fromEntries(all.flatMap(([name, texts]) => (texts ? [[name, known(texts)]] : []))) as Expressions;
}

const known = (texts: Readonly<Record<string, string | undefined>>) => {
  const [first, ...rest] = Object.values(texts);
  return rest.every((text) => text === first) ? first && escapeTemplate(first) : chosen(texts);
};

const aliased = ({ cloud, providers }: Project) => providers.map(({ alias }) => `${cloud.name}.${alias}`);

/** What a root passes on to the composition where that needs more than the root's own provider. */
export function passedProviders(project: Project): Json {
  const { name } = project.cloud;
  const others = aliased(project).map((one) => [one, one]);
  return others.length > 0 ? { providers: { [name]: name, ...Object.fromEntries(others) } } : {};
}

/** The versions that the composition works with, and the providers that it must be given beside the usual one. */
export function compositionVersions(project: Project): Json {
  const { terraform } = moduleVersions(project.cloud) as { terraform: { required_providers: Record<string, Json> } };
  const { [project.cloud.name]: own } = terraform.required_providers;
  const more = project.providers.length > 0 ? { configuration_aliases: aliased(project) } : {};
  return { terraform: { ...terraform, required_providers: { [project.cloud.name]: { ...own, ...more } } } };
}
