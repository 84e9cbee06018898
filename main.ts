import path from "node:path";
import { EnvironmentStack, environmentsApp } from "./lib/app/environment-stack";
import { format, Sources, UserError } from "./lib/diagnostic";
import { synth } from "./lib/synth";
import { toolbox } from "./toolbox";

/** The CDKTF app: writes the infrastructure of a spec, then offers every environment of it as a stack. */
async function main(): Promise<void> {
  const spec = process.env.GROUNDPLAN_SPEC ?? path.join("examples", "serverless-api", "groundplan.yaml");
  const out = path.resolve(process.env.GROUNDPLAN_OUT ?? "infrastructure");
  const sources = new Sources();
  try {
    const { stacks } = await synth({ spec, out, sources }, toolbox);
    const app = environmentsApp();
    for (const stack of stacks) for (const root of stack.roots) new EnvironmentStack(app, stack, root, out);
    app.synth();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    process.stderr.write(format(error.diagnostics, sources, { color: process.stderr.isTTY }));
    process.exitCode = 1;
  }
}

void main();
