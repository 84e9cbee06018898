import { join } from "node:path";
import { newAccount } from "../support/account";
import { type Files, scratchFolder } from "../support/folder";
import { renderedModules } from "../support/modules";
import { Terraform } from "../support/terraform";

/** A folder below a new one that holds every module, initialised. */
export async function initialised(path: string, files: Files = {}): Promise<Terraform> {
  const folder = await scratchFolder({ ...(await renderedModules()), ...files });
  const terraform = new Terraform(join(folder, path), newAccount().env);
  await terraform.init();
  return terraform;
}
