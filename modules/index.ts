import type { Module } from "../lib/module";
import { apiGateway } from "./api-gateway";
import { dynamodb } from "./dynamodb";
import { lambda } from "./lambda";

/** Every module, by name: what the command line, the schema, the documentation and the tests go through. */
export const registry: ReadonlyMap<string, Module> = new Map(
  ([apiGateway, dynamodb, lambda] as unknown as Module[]).map((module) => [module.name, module]),
);
