import { withDefaults } from "../../../lib/schema/defaults";
import { type CodeFolder, type Component, variablesOf } from "../../../lib/spec";
import { inputs } from "../../../modules/lambda/inputs";
import type { Code } from "./handler";
import { outputOf, type Scope, textOf } from "./outputs";

/** A Lambda function as the spec has it in one environment. */
export interface LocalFunction {
  readonly code: Code;
  /** Longest run, in seconds. */
  readonly timeout: number;
  /** Its own environment variables, and those of its edges. */
  readonly variables: Readonly<Record<string, string>>;
}

/** @throws Error when its code is no folder, or a variable stands for what is not there. */
export function functionOf(component: Component, scope: Scope): LocalFunction {
  const { code, handler, timeout, environment_variables } = withDefaults(inputs, component.values[scope.environment]);
  const folder = (code as { filename?: unknown }).filename as CodeFolder | undefined;
  if (folder === undefined || handler === undefined) throw new Error(`the code of ${component.address} is no folder`);
  const own = Object.entries(environment_variables).map(([name, value]) => [name, textOf(value, scope)]);
  return {
    code: { folder: folder.folder, handler },
    timeout,
    variables: { ...Object.fromEntries(own), ...edgeVariables(component, scope) },
  };
}

/** What the edges bring; one to a component that the environment lacks brings nothing. */
function edgeVariables({ uses }: Component, { project, environment, outputs }: Scope): Record<string, string> {
  const there = uses.filter(({ target }) => project.components.get(target)?.environments.includes(environment));
  const entries = there.flatMap((use) =>
    Object.entries(variablesOf(use, project.components)).map(([name, output]) => [
      name,
      outputOf(use.target, output, outputs),
    ]),
  );
  return Object.fromEntries(entries);
}
