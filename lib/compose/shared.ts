import type { Schema } from "../schema";
import { type Component, type Export, Mention, mentionIn, type Project } from "../spec";
import type { Foreign } from "./stack";

/** What stacks need of components of others: names of outputs by address. */
export function wantedFrom(reads: readonly Foreign[]): ReadonlyMap<string, ReadonlySet<string>> {
  const wanted = new Map<string, Set<string>>();
  for (const { component, outputs } of reads) {
    const all = wanted.get(component.address) ?? new Set();
    wanted.set(component.address, all);
    for (const name of outputs) all.add(name);
  }
  return wanted;
}

/** What a component publishes for other stacks, where they read it so. */
export function sharedBy(component: Component, wanted: Iterable<string> = [], project: Project): readonly Export[] {
  if (project.stateReferences !== project.cloud.publication?.word) return [];
  const { address, environments, location, module } = component;
  return [...wanted].sort().map((output) => ({
    name: `${component.label}_${output}`,
    value: new Mention([pathOf(`${address}.${output}`, module.outputs[output])], output, location),
    description: `${output} of ${address}, for other services.`,
    environments,
    isSensitive: false,
    published: mentionIn(publishedName(component, output, project), location) as Mention,
  }));
}

const pathOf = (text: string, schema: Schema | undefined) => ({
  text,
  segments: text.split("."),
  ...(isPlainText(schema) ? {} : { as: "json" as const }),
});

/** Whether an output is published as it is; anything else is published as JSON. */
export const isPlainText = (schema: Schema | undefined): boolean =>
  schema?.type === "string" && schema.optional !== true;

/** The name under which an output is published, in the language of the spec. */
export const publishedName = ({ service, name }: Component, output: string, project: Project): string =>
  `/${project.name}/\${environment}/${service}/${name}/${output}`;
