import { PlainStack } from "../cdk";
import type { Cloud } from "../cloud";
import { interpolation, type Ref, reference } from "../expression";
import type { Module, ModuleClass } from "../module";
import { type Output, type Schema, variables } from "../schema";
import { moduleVersions } from "./environment";
import { type Json, terraformJson } from "./json";
import { moduleTests } from "./tests";

/** The Terraform files of a module, by name; they depend on nothing but its own source. */
export async function renderModule(module: Module, cloud: Cloud): Promise<ReadonlyMap<string, string>> {
  const { main, outputs } = bodyOf(await module.construct(), module);
  const files: Record<string, Json> = {
    "main.tf.json": main,
    "variables.tf.json": { variable: variables(module.inputs) },
    "outputs.tf.json": { output: outputs },
    "versions.tf.json": moduleVersions(cloud, terraformFor(module)),
    ...moduleTests(module, cloud),
  };
  return new Map(Object.entries(files).map(([name, content]) => [name, terraformJson(content)]));
}

/** Values that are kept nowhere are written by arguments of their own: https://developer.hashicorp.com/terraform/language/manage-sensitive-data/write-only */
const terraformFor = ({ inputs }: Module): string =>
  Object.values(inputs.properties).some(({ ephemeral }) => ephemeral !== undefined) ? ">= 1.11" : ">= 1.9";

function bodyOf(type: ModuleClass, module: Module): { main: Json; outputs: Json } {
  const stack = new PlainStack(module.name);
  const made = new type(stack, "module", reference("var") as Ref<Output<typeof module.inputs>>);
  const { resource, data } = stack.toTerraform() as { resource?: Json; data?: Json };
  const main = withoutMetadata({ ...(resource && { resource }), ...(data && { data }) }) as Json;
  return { main, outputs: outputsOf(module.outputs, made.outputs) };
}

const outputsOf = (declared: Readonly<Record<string, Schema>>, values: Readonly<Record<string, unknown>>): Json =>
  Object.fromEntries(
    Object.entries(declared).map(([name, { description }]) => [
      name,
      { description, value: interpolation(values[name] as Ref<unknown>) },
    ]),
  );

/** cdktf notes paths and ids of its constructs under `//`, which differ from what Terraform needs. */
function withoutMetadata(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutMetadata);
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => key !== "//");
  return Object.fromEntries(kept.map(([key, item]) => [key, withoutMetadata(item)]));
}
