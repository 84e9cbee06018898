import { type Emulator, startEmulator } from "./emulator";
import { requireTerraform, terraformCliConfig } from "./providers";

declare global {
  var groundplanEmulator: Emulator | undefined;
}

/** Once for all tests that run real Terraform: a provider that `terraform init` finds, and a running AWS emulator. */
export default async function setup(): Promise<void> {
  await requireTerraform();
  process.env.TF_CLI_CONFIG_FILE = await terraformCliConfig();
  globalThis.groundplanEmulator = await startEmulator();
  process.env.GROUNDPLAN_EMULATOR_URL = globalThis.groundplanEmulator.url;
}
