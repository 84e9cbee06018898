import { type Root, type Stack, upFrom } from "../compose";
import { compositionMain, compositionOutputs, compositionVariables, exportedOutput, secrecy } from "./composition";
import { atDeployVariables, rootArguments, rootVersions, stateOf } from "./environment";
import { lookupsOf, placeholdersVariable } from "./foreign";
import { importsOf } from "./imports";
import { inFolder, type Json, terraformJson } from "./json";
import { compositionVersions, passedProviders, providersOf } from "./providers";
import { rootFolder } from "./roots";

/** A stack with one root per environment: the composition in the middle, `environments/<name>` around it. */
export function directories(stack: Stack): [path: string, text: string][] {
  const composition: Record<string, Json> = {
    "main.tf.json": compositionMain(stack),
    "variables.tf.json": compositionVariables(stack),
    "outputs.tf.json": compositionOutputs(stack, notHere(stack)),
    "versions.tf.json": compositionVersions(stack.project),
  };
  const files: Record<string, Json> = {
    ...inFolder(stack.folder, composition),
    ...Object.assign({}, ...stack.roots.map((root) => rootFiles(root, stack))),
  };
  return Object.entries(files).map(([path, content]) => [path, terraformJson(content)]);
}

function rootFiles(root: Root, stack: Stack): Record<string, Json> {
  const { project } = stack;
  const { name: environment } = root.environment;
  const variable = { ...placeholdersVariable(stack), ...atDeployVariables(stack) };
  return inFolder(rootFolder(stack, environment), {
    "main.tf.json": rootMain(root, stack),
    ...(Object.keys(variable).length > 0 ? { "variables.tf.json": { variable } } : {}),
    "backend.tf.json": { terraform: stateOf(stack, environment) },
    "providers.tf.json": {
      terraform: rootVersions(project.cloud),
      provider: providersOf(root.environment, project),
    },
    "outputs.tf.json": { output: rootOutputs(stack) },
  });
}

/** What is in a root: the call of the composition, and what that needs of other services. */
function rootMain(root: Root, stack: Stack): Json {
  const { data, outputs } = lookupsOf(stack, root.environment.name);
  const source = `${upFrom(rootFolder(stack, root.environment.name))}${stack.folder}`.replace(/\/$/, "");
  const call = { source, ...passedProviders(stack.project), ...rootArguments(root, stack), ...outputs };
  return {
    ...(Object.keys(data).length > 0 ? { data } : {}),
    module: { [stack.name]: call },
    ...importsOf(stack, root.environment.name),
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

const notHere = (stack: Stack): Json => ({
  condition: "${path.module != path.root}",
  error_message: `This folder is what the environments share, and is never planned itself. Run Terraform in ${listed(stack.roots.map(({ environment }) => rootFolder(stack, environment.name)))}.`,
});

/** Names as a sentence lists them: `a, b or c`. */
export const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;
