import { UserError } from "../diagnostic";
import type { Part } from "../expression";
import type { CodeFolder, Component, Project, Value } from "../spec";
import { withEdges } from "./edges";
import type { Artifact, Call, Root, Stack } from "./stack";
import { Translation } from "./values";
import { type Varied, vary } from "./vary";

/**
 * The stacks of a project: one, of which the state is an environment's whole state.
 * @param artifact the package of a code folder
 * @throws UserError where a value with references differs between environments.
 */
export function compose(project: Project, artifact: (folder: CodeFolder) => Artifact): readonly Stack[] {
  const translation = new Translation(project, artifact);
  const composed = [...project.components.values()].map((component) => compositionOf(component, translation));
  if (translation.diagnostics.length > 0) throw new UserError(translation.diagnostics);
  const roots = project.environments.map(
    (environment): Root => ({ environment, values: valuesOf(composed, environment.name) }),
  );
  const calls = composed.map(({ call }) => call);
  const { builtins, locals } = translation;
  return [{ name: "system", project, calls, roots, builtins, locals }];
}

interface Composed {
  readonly call: Call;
  readonly varied: Varied;
}

function compositionOf(component: Component, translation: Translation): Composed {
  const { module, label, environments, awsName } = component;
  const values = new Map(environments.map((name) => [name, component.values[name] as { [key: string]: Value }]));
  const varied = vary(module.inputs, values, `var.${label}`, translation);
  const own = {
    [module.naming.input]: translation.argument(awsName),
    ...(varied.argument as Readonly<Record<string, Part>>),
  };
  const call: Call = {
    component,
    ...(translation.isEverywhere(component.address) ? {} : { only: environments }),
    arguments: withEdges(component, own, translation),
    ...(varied.type === undefined ? {} : { variable: varied.type }),
  };
  return { call, varied };
}

const valuesOf = (composed: readonly Composed[], environment: string): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    composed.flatMap(({ call, varied }) => {
      const value = varied.values?.get(environment);
      return value === undefined ? [] : [[call.component.label, value]];
    }),
  );
