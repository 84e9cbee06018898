import { UserError } from "../diagnostic";
import { type Part, reference } from "../expression";
import { atDeployOf, type CodeFolder, type Component, callsOf, keptOf, type Place, type Project } from "../spec";
import { withEdges } from "./edges";
import { exportsOf, publishingOf } from "./exports";
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
  const composed = [...project.components.values()].flatMap((component) =>
    callsOf(component).map((place) => compositionOf(component, place, translation.at(component.provider))),
  );
  if (translation.diagnostics.length > 0) throw new UserError(translation.diagnostics);
  const roots = project.environments.map(
    (environment): Root => ({ environment, values: valuesOf(composed, environment.name) }),
  );
  const calls = composed.map(({ call }) => call);
  const exported = { exports: exportsOf(project, translation), ...publishingOf(project, translation) };
  const { builtins, locals } = translation;
  return [{ name: "system", project, calls, roots, ...exported, builtins, locals }];
}

interface Composed {
  readonly call: Call;
  readonly varied: Varied;
}

function compositionOf(component: Component, place: Place, translation: Translation): Composed {
  const { module, label, environments } = place;
  const atDeploy = atDeployOf(component);
  const values = new Map(environments.map((name) => [name, keptOf(component.values[name] ?? {}, module)]));
  const isEverywhere = translation.isAll(environments);
  if (!isEverywhere) translation.lacking(label);
  const varied = vary(module.inputs, values, `var.${label}`, translation);
  const own = {
    ...(module.naming ? { [module.naming.input]: translation.argument(component.awsName) } : {}),
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

const valuesOf = (composed: readonly Composed[], environment: string): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    composed.flatMap(({ call, varied }) => {
      const value = varied.values?.get(environment);
      return value === undefined ? [] : [[call.label, value]];
    }),
  );
