import type { Cloud } from "../cloud";
import type { Root, Stack } from "../compose";
import { workspacesOf } from "../state";
import { compositionMain, compositionOutputs, compositionVariables } from "./composition";
import { rootVersions, stateOf } from "./environment";
import { lookupsOf, placeholdersVariable } from "./foreign";
import { chosenImports } from "./imports";
import { inFolder, type Json, plainJson, terraformJson } from "./json";
import { variableProviders } from "./providers";

/** A stack as one root with a workspace and a file of values per environment. */
export function workspaces(stack: Stack): [path: string, text: string][] {
  const { cloud } = stack.project;
  const files: Record<string, Json> = {
    "main.tf.json": { ...compositionMain(stack, lookupsOf(stack)), ...chosenImports(stack) },
    "variables.tf.json": variables(stack),
    "outputs.tf.json": compositionOutputs(stack, rightWorkspace(stack)),
    "backend.tf.json": { terraform: stateOf(stack, undefined) },
    "providers.tf.json": { terraform: rootVersions(cloud), provider: variableProviders(stack) },
  };
  const values = stack.roots.map((root): [string, string] => [
    `environments/${root.environment.name}.tfvars.json`,
    plainJson(tfvars(root)),
  ]);
  const texts = Object.entries(files).map(([path, content]): [string, string] => [path, terraformJson(content)]);
  return Object.entries(inFolder(stack.folder, Object.fromEntries([...texts, ...values])));
}

/** A workspace has the name of its environment, after what the state backend puts before it. */
function rightWorkspace({ service, project: { name, state } }: Stack): Json {
  const starts = workspacesOf(state, { project: name, service });
  const [start = ""] = starts;
  const values = start === "" ? "terraform.workspace" : `trimprefix(terraform.workspace, "${start}")`;
  return {
    condition: `\${${isOneOf(starts.map(nameAfter))}}`,
    error_message: `The workspace is "\${terraform.workspace}", the values are those of \${var.environment}. Run terraform workspace select ${start}\${var.environment}, or pass -var-file=environments/\${${values}}.tfvars.json.`,
  };
}

/** By `join`: of a template, `terraform validate` knows the beginning, which the workspace it runs in need not have. */
const nameAfter = (start: string) => (start === "" ? "var.environment" : `join("", ["${start}", var.environment])`);

const isOneOf = (names: readonly string[]) =>
  names.length === 1 ? `terraform.workspace == ${names[0]}` : `contains([${names.join(", ")}], terraform.workspace)`;

/** Values are data in a file of values: nothing in them is a template. */
const tfvars = ({ environment, values }: Root): Json => ({
  environment: environment.name,
  ...environment.settings,
  ...values,
});

/** The settings that some environment has. */
const settingsOf = ({ roots }: Stack): readonly string[] =>
  [...new Set(roots.flatMap(({ environment }) => Object.keys(environment.settings)))].sort();

function variables(stack: Stack): Json {
  const { variable } = compositionVariables(stack) as { variable: Json };
  return {
    variable: {
      ...variable,
      ...placeholdersVariable(stack),
      ...Object.fromEntries(settingsOf(stack).map((name) => [name, setting(name, stack.project.cloud)])),
    },
  };
}

const setting = (name: string, { settings, required }: Cloud): Json => ({
  description: settings[name]?.description,
  type: "string",
  ...(required.includes(name) ? { nullable: false } : { default: null }),
});
