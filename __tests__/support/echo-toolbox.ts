import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Toolbox } from "../../lib/synth";
import { echoes, echoFiles, noCloud } from "./echo";

const resource = { resource: { terraform_data: { this: { input: "${var.name}" } } } };

/** Echoes of which each has a resource of Terraform's own: what is tried with it is where its state goes. */
export const echoToolbox: Toolbox = {
  cloud: noCloud,
  registry: echoes,
  profiles: {},
  moduleFiles: async () => new Map([...echoFiles, ["main.tf.json", JSON.stringify(resource)]]),
  template: (name) => readFileSync(join(__dirname, "..", "..", "templates", name), "utf8"),
};
