import { escapeAll, escapeTemplate, type Foreign, isPlainText, publishedName, type Stack } from "../compose";
import { expr, interpolation, type Part, reference } from "../expression";
import { bareType, type Schema } from "../schema";
import { labelOf } from "../spec";
import { readingOf } from "../state";
import { stateIn } from "./environment";
import type { Json } from "./json";

/** What a root looks up of other services: data sources, and outputs by the label of their component. */
export interface Lookups {
  readonly data: Json;
  readonly outputs: Json;
}

/** The variables by which a composition is told what is in the states of other services. */
export const foreignVariables = ({ reads, project }: Stack): Json =>
  Object.fromEntries(
    [...reads].map(([label, { component, outputs }]) => {
      const { address, environments, module } = component;
      const types = [...outputs].map((name) => `${name} = ${bareType(module.outputs[name] as Schema)}`);
      const isSensitive = [...outputs].some((name) => module.outputs[name]?.sensitive);
      const isEverywhere = environments.length === project.environments.length;
      return [
        label,
        {
          description: `Outputs of ${address}, which is in another state.`,
          type: `object({ ${types.join(", ")} })`,
          ...(isSensitive ? { sensitive: true } : {}),
          ...(isEverywhere ? { nullable: false } : { default: null }),
        },
      ];
    }),
  );

/** The switch for plans of what needs other services before they are there. */
export const placeholdersVariable = ({ reads }: Stack): Json =>
  reads.size === 0
    ? {}
    : {
        placeholders: {
          description: "Whether placeholders stand for what other services give, to plan before they are applied.",
          type: "bool",
          default: false,
          nullable: false,
          validation: [
            {
              condition: "${!(var.placeholders && terraform.applying)}",
              error_message: "A plan with placeholders cannot be applied: apply the services that it needs first.",
            },
          ],
        },
      };

/**
 * What a root of one environment looks up; the one root of all environments, if none is named.
 */
export function lookupsOf(stack: Stack, environment?: string): Lookups {
  const there = [...stack.reads.values()].filter(
    ({ component }) => environment === undefined || component.environments.includes(environment),
  );
  const lookup = stack.project.stateReferences === "remote_state" ? remoteState : published;
  return {
    data: lookup.data(there, stack, environment),
    outputs: Object.fromEntries(
      [...stack.reads.values()].map((one) => [one.component.label, outputsOf(one, lookup.value, stack, environment)]),
    ),
  };
}

/** How outputs of other services are found. */
interface Lookup {
  readonly data: (there: readonly Foreign[], stack: Stack, environment: string | undefined) => Json;
  readonly value: (foreign: Foreign, output: string, stack: Stack) => Part;
}

/** By the state of their root. */
const remoteState: Lookup = {
  data(there, { project }, environment) {
    const services = [...new Set(there.map(({ component }) => component.service))];
    if (services.length === 0) return {};
    const { state, region } = stateIn(project, environment);
    const sources = services.map((service) => {
      const { backend, config } = readingOf(state, { project: project.name, service, environment, region });
      const workspace = environment === undefined ? { workspace: "${var.environment}" } : {};
      return [labelOf(service), { count: unlessPlaceholders, backend, ...workspace, config: escapeAll(config) }];
    });
    return { terraform_remote_state: Object.fromEntries(sources) };
  },
  value: ({ component: { service, label } }, output) =>
    reference(`data.terraform_remote_state.${labelOf(service)}[0].outputs.${label}.${output}`),
};

/** By what their service publishes. */
const published: Lookup = {
  data(there, { project }, environment) {
    const { type, argument } = lookupIn(project);
    const place = environment === undefined ? "${var.environment}" : escapeTemplate(environment);
    const sources = there.flatMap(({ component, outputs }) =>
      [...outputs].map((output) => {
        const name = publishedName(component, output, project).replace("${environment}", place);
        return [`${component.label}_${output}`, { count: countOf(component, environment), [argument]: name }];
      }),
    );
    return sources.length > 0 ? { [type]: Object.fromEntries(sources) } : {};
  },
  value({ component: { label, module } }, output, { project }) {
    const { type, attribute } = lookupIn(project);
    const text = reference(`data.${type}.${label}_${output}[0].${attribute}`);
    return isPlainText(module.outputs[output]) ? text : expr`jsondecode(${text})`;
  },
};

const lookupIn = ({ cloud }: Stack["project"]) => {
  if (!cloud.publication) throw new Error(`nothing is published in ${cloud.name}`);
  return cloud.publication.lookup;
};

const unlessPlaceholders = "${var.placeholders ? 0 : 1}";

/** A component that is not there has nothing published. */
const countOf = ({ environments }: Foreign["component"], environment: string | undefined) =>
  environment === undefined
    ? `\${!var.placeholders && contains(${JSON.stringify(environments)}, var.environment) ? 1 : 0}`
    : unlessPlaceholders;

/** The outputs of a component of another service as Terraform JSON; null where it is not there. */
function outputsOf(foreign: Foreign, value: Lookup["value"], stack: Stack, environment: string | undefined): unknown {
  const { component, outputs } = foreign;
  const { environments, module, label } = component;
  if (environment !== undefined && !environments.includes(environment)) return null;
  const placeholders = reference<boolean>("var.placeholders");
  const all = [...outputs].map((name) => {
    const placeholder = placeholderOf(module.outputs[name] as Schema, (text) => text(name, label), stack);
    return [name, expr`${placeholders} ? ${placeholder} : ${value(foreign, name, stack)}`] as const;
  });
  if (environment !== undefined || environments.length === stack.project.environments.length)
    return Object.fromEntries(all.map(([name, one]) => [name, interpolation(one)]));
  return interpolation(expr`contains(${environments}, var.environment) ? ${Object.fromEntries(all)} : null`);
}

type Text = (make: Stack["project"]["cloud"]["placeholder"]) => string;

/** A value of an output's type. */
function placeholderOf(schema: Schema, text: Text, stack: Stack): Part {
  const { type, items, properties, additionalProperties } = schema;
  if (items) return [placeholderOf(items, text, stack)];
  if (additionalProperties) return reference("{}");
  if (properties)
    return Object.fromEntries(Object.entries(properties).map(([key, one]) => [key, placeholderOf(one, text, stack)]));
  if (type === "string") return schema.enum?.[0] ?? text(stack.project.cloud.placeholder);
  return type === "boolean" ? false : 0;
}
