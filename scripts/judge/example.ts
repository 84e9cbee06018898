import { cp, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { newAccount } from "../../__tests__/support/account";
import { Terraform } from "../../__tests__/support/terraform";
import { Sources } from "../../lib/diagnostic";
import { synth } from "../../lib/synth";
import { toolbox } from "../../toolbox";

const spec = join(__dirname, "..", "..", "examples", "serverless-api", "groundplan.yaml");

/** The account of prod in the spec: its provider applies to no other. */
const prodAccount = "111122223333";

/** Renders what is committed in `infrastructure/` into the folder `out`, with its code packaged and all modules. */
export async function renderExample(out: string): Promise<void> {
  await synth({ spec, out, sources: new Sources(), allModules: true }, toolbox);
}

/**
 * Plans prod with real Terraform on the emulator, in a copy beside the rendered folder: once while nothing exists, and
 * once after apply, when all values are known, such as the ARNs in IAM policies.
 *
 * @returns the paths of both plans, as `terraform show -json` prints them.
 * @throws TerraformError when prod does not plan or apply.
 */
export async function planExample(rendered: string): Promise<string[]> {
  const copy = `${rendered}-applied`;
  await cp(rendered, copy, { recursive: true });
  const prod = new Terraform(join(copy, "environments", "prod"), newAccount(prodAccount).env);
  await keepStateHere(prod.folder);
  await prod.init();
  const before = await planJson(prod, "before");
  await prod.apply();
  return [before, await planJson(prod, "after")];
}

/** The bucket of the state is not what is judged. */
async function keepStateHere(root: string): Promise<void> {
  const override = { terraform: { backend: { local: {} } } };
  await writeFile(join(root, "backend_override.tf.json"), JSON.stringify(override));
}

async function planJson(root: Terraform, name: string): Promise<string> {
  const file = join(root.folder, `${name}.json`);
  await root.plan(`-out=${name}.tfplan`);
  await writeFile(file, (await root.run("show", "-json", `${name}.tfplan`)).stdout);
  return file;
}
