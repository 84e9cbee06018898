import { execFile } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { cacheFolder, makeOnce } from "./cache";
import { findMirror } from "./mirror";

const run = promisify(execFile);

/** The release of the AWS provider that every test runs. */
export const awsProviderVersion = "5.100.0";

/** A `versions.tf.json` that pins the provider, for a root that a test writes itself. */
export const awsVersions = {
  terraform: { required_providers: { aws: { source: "hashicorp/aws", version: awsProviderVersion } } },
};

/** @throws Error that says what to install, when there is no `terraform` on the PATH. */
export async function requireTerraform(): Promise<void> {
  await run("terraform", ["version"]).catch(() => {
    throw new Error(
      "These tests run real Terraform, and there is no `terraform` on the PATH. " +
        "Install Terraform 1.10 or later: https://developer.hashicorp.com/terraform/install",
    );
  });
}

/**
 * Sees to it that `terraform init` in any folder finds the AWS provider without a download of 700 MB each time.
 *
 * A `TF_CLI_CONFIG_FILE` that names an existing file is respected as it is. Otherwise the provider is installed once
 * under `.cache/terraform`, from the public registry or, where that cannot be reached, from a mirror that this machine
 * holds; later runs take it from there.
 *
 * @returns the value of `TF_CLI_CONFIG_FILE` for Terraform.
 * @throws Error with Terraform's own words when the provider is to be had nowhere.
 */
export async function terraformCliConfig(): Promise<string> {
  const given = process.env.TF_CLI_CONFIG_FILE;
  if (given !== undefined && existsSync(given)) {
    return given;
  }
  const folder = join(cacheFolder, "terraform", `aws-${awsProviderVersion}`);
  const config = join(folder, "cli.tfrc");
  await makeOnce(folder, async () => isInstalled(folder), installProvider);
  await writeFile(config, mirrorConfig(providersOf(folder)));
  return config;
}

/** Where `terraform init` puts the providers of `folder`; the layout is that of a filesystem mirror. */
function providersOf(folder: string): string {
  return join(folder, ".terraform", "providers");
}

function isInstalled(folder: string): boolean {
  const platforms = join(providersOf(folder), "registry.terraform.io", "hashicorp", "aws", awsProviderVersion);
  // A platform's folder is a link when it came from a mirror on this machine, which may be gone.
  return existsSync(platforms) && readdirSync(platforms).every((platform) => existsSync(join(platforms, platform)));
}

async function installProvider(folder: string): Promise<void> {
  const config = join(folder, "source.tfrc");
  const mirror = (await isRegistryReachable()) ? undefined : await findMirror(awsProviderVersion);
  await writeFile(config, mirror === undefined ? "" : mirrorConfig(mirror));
  await writeFile(join(folder, "versions.tf.json"), JSON.stringify(awsVersions));
  const env = { ...process.env, TF_CLI_CONFIG_FILE: config };
  await run("terraform", ["init", "-no-color", "-input=false"], { cwd: folder, env });
}

async function isRegistryReachable(): Promise<boolean> {
  const url = "https://registry.terraform.io/.well-known/terraform.json";
  return fetch(url, { signal: AbortSignal.timeout(3000) }).then(
    (response) => response.ok,
    () => false,
  );
}

/** A Terraform CLI configuration that installs the AWS provider from the filesystem mirror at `path`. */
function mirrorConfig(path: string): string {
  const aws = '["registry.terraform.io/hashicorp/aws"]';
  return `provider_installation {
  filesystem_mirror {
    path    = ${JSON.stringify(path)}
    include = ${aws}
  }
  direct {
    exclude = ${aws}
  }
}
`;
}
