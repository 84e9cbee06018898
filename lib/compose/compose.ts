import { UserError } from "../diagnostic";
import { hcl, type Part, reference } from "../expression";
import type { Module } from "../module";
import {
  atDeployOf,
  awsNameIn,
  type CodeFolder,
  type Component,
  callsOf,
  keptOf,
  type Place,
  type Project,
  type Values,
} from "../spec";
import { withEdges } from "./edges";
import { isObject } from "./equal";
import { exportsOf, publishingOf } from "./exports";
import { partsOf, type StackPart } from "./parts";
import { sharedBy, wantedFrom } from "./shared";
import type { Artifact, Call, Root, Stack } from "./stack";
import { Translation } from "./values";
import { type Varied, vary } from "./vary";

/**
 * The stacks of a project: one, of which the state is an environment's whole state, or one per service.
 * @param artifact the package of a code folder
 * @throws UserError where a value with references differs between environments.
 */
export function compose(project: Project, artifact: (folder: CodeFolder) => Artifact): readonly Stack[] {
  const drafts = partsOf(project).map((part) => drafted(project, part, artifact));
  const diagnostics = drafts.flatMap(({ translation }) => translation.diagnostics);
  if (diagnostics.length > 0) throw new UserError(diagnostics);
  const wanted = wantedFrom(drafts.flatMap(({ stack }) => [...stack.reads.values()]));
  return drafts.map(({ part, translation, stack }) => {
    const shared = part.components.flatMap((component) => sharedBy(component, wanted.get(component.address), project));
    return { ...stack, ...publishingOf([...part.exports, ...shared], translation) };
  });
}

interface Draft {
  readonly part: StackPart;
  readonly translation: Translation;
  readonly stack: Stack;
}

function drafted(project: Project, part: StackPart, artifact: (folder: CodeFolder) => Artifact): Draft {
  const { components, exports, ...place } = part;
  const translation = new Translation(project, artifact, place);
  const composed = components.flatMap((component) =>
    callsOf(component).map((call) => compositionOf(component, call, translation.at(component.provider))),
  );
  const roots = project.environments.map(
    (environment): Root => ({ environment, values: valuesOf(composed, environment.name) }),
  );
  const calls = composed.map(({ call }) => call);
  const exported = translation.diagnostics.length > 0 ? [] : exportsOf(exports, translation);
  const { builtins, locals } = translation;
  const { reads } = translation.seen;
  return { part, translation, stack: { ...place, project, calls, roots, exports: exported, builtins, locals, reads } };
}

interface Composed {
  readonly call: Call;
  readonly varied: Varied;
}

function compositionOf(component: Component, place: Place, translation: Translation): Composed {
  const { module, label, environments } = place;
  const atDeploy = atDeployOf(component);
  const values = new Map(
    environments.map((name) => [name, tagged(keptOf(component.values[name] ?? {}, module), component, module)]),
  );
  const isEverywhere = translation.seen.isInAll(environments);
  if (!isEverywhere) translation.lacking(label);
  const varied = vary(module.inputs, values, `var.${label}`, translation);
  const own = {
    ...(module.naming ? { [module.naming.input]: nameOf(component, environments, translation) } : {}),
    ...Object.fromEntries(atDeploy.map(({ input, variable }) => [input, reference(`var.${variable}`)])),
    ...(varied.argument as Readonly<Record<string, Part>>),
  };
  const call: Call = {
    component,
    label,
    module,
    atDeploy,
    ...(isEverywhere ? {} : { only: environments }),
    arguments: withEdges(component, place, own, translation),
    ...(varied.type === undefined ? {} : { variable: varied.type }),
  };
  return { call, varied };
}

/** What is made tells which service it is of. */
function tagged(values: Values, { service }: Component, { inputs, standsFor }: Module): Values {
  const { tags = {} } = values;
  return !standsFor && inputs.properties.tags && isObject(tags)
    ? { ...values, tags: { Service: service, ...tags } }
    : values;
}

/** The AWS name: one template for all environments, else that of each. */
function nameOf(component: Component, environments: readonly string[], translation: Translation): Part {
  const names = environments.map((one) => [one, translation.argument(awsNameIn(component, one))] as const);
  const [first] = names;
  if (names.every(([, name]) => hcl(name) === hcl(first?.[1]))) return first?.[1] ?? "";
  return reference(`${hcl(Object.fromEntries(names))}[var.environment]`);
}

const valuesOf = (composed: readonly Composed[], environment: string): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    composed.flatMap(({ call, varied }) => {
      const value = varied.values?.get(environment);
      return value === undefined ? [] : [[call.label, value]];
    }),
  );
