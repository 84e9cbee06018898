import type { Module } from "../lib/module";
import { dynamodb } from "./dynamodb";
import { lambda } from "./lambda";

/** Every module, by name: what the command line, the schema, the documentation and the tests go through. */
export const registry: ReadonlyMap<string, Module> = new Map(
  ([dynamodb, lambda] as unknown as Module[]).map((module) => [module.name, module]),
);
