import { type Dirent, existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";

/**
 * Terraform's implied local mirrors.
 *
 * Source: https://developer.hashicorp.com/terraform/cli/config/config-file#implied-local-mirror-directories
 */
const impliedMirrors = [
  join(homedir(), ".terraform.d", "plugins"),
  join(homedir(), ".local", "share", "terraform", "plugins"),
  join(homedir(), "Library", "Application Support", "io.terraform", "plugins"),
  "/Library/Application Support/io.terraform/plugins",
  "/usr/local/share/terraform/plugins",
  "/usr/share/terraform/plugins",
];

/** Where administrators and container images keep a mirror. */
const systemRoots = ["/opt", "/usr/local", "/usr/share", "/usr/lib", "/var/lib", "/var/cache", "/srv", "/mnt", "/home"];

/** How many folders below a root are looked into. */
const depth = 6;

/**
 * A filesystem mirror on this machine that holds `version` of the AWS provider: an implied mirror of Terraform first,
 * then any folder under the usual system roots.
 *
 * @param version such as `5.100.0`
 * @param roots absolute paths, in order of preference
 * @returns its absolute path, or undefined
 */
export async function findMirror(
  version: string,
  roots: readonly string[] = [...impliedMirrors, ...systemRoots, homedir()],
): Promise<string | undefined> {
  for (const root of roots) {
    const mirror = await search(root, version, depth);
    if (mirror !== undefined) {
      return mirror;
    }
  }
  return undefined;
}

async function search(folder: string, version: string, levels: number): Promise<string | undefined> {
  if (await holds(folder, version)) {
    return folder;
  }
  const entries = levels === 0 ? [] : await list(folder);
  for (const entry of entries) {
    if (entry.isDirectory() && entry.name !== ".terraform" && entry.name !== "node_modules") {
      const found = await search(join(folder, entry.name), version, levels - 1);
      if (found !== undefined) {
        return found;
      }
    }
  }
  return undefined;
}

/** A mirror holds a release unpacked, in a folder of its own, or packed, in one archive per platform. */
async function holds(mirror: string, version: string): Promise<boolean> {
  const provider = join(mirror, "registry.terraform.io", "hashicorp", "aws");
  const names = existsSync(provider) ? (await list(provider)).map((entry) => entry.name) : [];
  return names.some((name) => name === version || name.startsWith(`terraform-provider-aws_${version}_`));
}

/** What a folder holds; nothing where this user may not look. */
async function list(folder: string): Promise<Dirent[]> {
  return readdir(folder, { withFileTypes: true }).catch(() => []);
}
