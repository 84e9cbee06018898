import type { Root, Stack } from "../compose";
import { compositionMain, compositionOutputs, compositionVariables, exportedOutput, secrecy } from "./composition";
import { atDeployVariables, rootArguments, rootVersions, stateOf } from "./environment";
import { type Json, terraformJson } from "./json";
import { compositionVersions, passedProviders, providersOf } from "./providers";

/** A stack with one root per environment: the composition in the middle, `environments/<name>` around it. */
export function directories(stack: Stack): [path: string, text: string][] {
  const files: Record<string, Json> = {
    "main.tf.json": compositionMain(stack),
    "variables.tf.json": compositionVariables(stack),
    "outputs.tf.json": compositionOutputs(stack, notHere(stack)),
    "versions.tf.json": compositionVersions(stack.project),
    ...Object.assign({}, ...stack.roots.map((root) => rootFiles(root, stack))),
  };
  return Object.entries(files).map(([path, content]) => [path, terraformJson(content)]);
}

function rootFiles(root: Root, stack: Stack): Record<string, Json> {
  const { project, name } = stack;
  const variable = atDeployVariables(stack);
  const folder = `environments/${root.environment.name}`;
  return {
    [`${folder}/main.tf.json`]: {
      module: { [name]: { source: "../..", ...passedProviders(project), ...rootArguments(root, stack) } },
    },
    ...(Object.keys(variable).length > 0 ? { [`${folder}/variables.tf.json`]: { variable } } : {}),
    [`${folder}/backend.tf.json`]: { terraform: stateOf(project, root.environment.name) },
    [`${folder}/providers.tf.json`]: {
      terraform: rootVersions(project.cloud),
      provider: providersOf(root.environment, project),
    },
    [`${folder}/outputs.tf.json`]: { output: rootOutputs(stack) },
  };
}

/** What a root passes on of the composition. */
export function rootOutputs({ calls, exports, name }: Stack): Json {
  const own = calls.map(({ component: { label, address, module } }) => {
    const value = `\${module.${name}.${label}}`;
    return [label, { description: `Outputs of ${address}.`, value, ...secrecy(module) }];
  });
  const exported = exports.map((one) => [one.name, exportedOutput(one, `\${module.${name}.${one.name}}`)]);
  return Object.fromEntries([...own, ...exported]);
}

const notHere = ({ roots }: Stack): Json => ({
  condition: "${path.module != path.root}",
  error_message: `This folder is what the environments share, and is never planned itself. Run Terraform in ${listed(roots.map(({ environment }) => `environments/${environment.name}`))}.`,
});

/** Names as a sentence lists them: `a, b or c`. */
export const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;
