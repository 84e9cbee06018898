import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Everything that the build reads, from the root of the checkout. */
export const inputs = {
  folders: ["bin", "clouds", "environments", "lib", "modules", "scripts", "templates"],
  files: [
    ...["constructs.ts", "index.ts", "toolbox.ts"],
    ...["package.json", "package-lock.json", "tsconfig.json", "tsconfig.build.json"],
  ],
};

/** A digest of the inputs: paths and contents. */
export function sourcesDigest(root: string): string {
  const digest = createHash("sha256");
  for (const path of [...inputs.folders.flatMap((folder) => filesIn(root, folder)), ...inputs.files].sort()) {
    const content = createHash("sha256")
      .update(readFileSync(join(root, path)))
      .digest("hex");
    digest.update(`${content} ${path}\n`);
  }
  return digest.digest("hex");
}

const filesIn = (root: string, folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(root.length + 1));

/** Where the digest of the last build is. It is written last, so that an interrupted build counts for nothing. */
export const stampPath = (root: string): string => join(root, "dist", ".stamp");

/** Whether `dist/` is what these sources build. */
export const isFresh = (root: string, digest: string): boolean =>
  existsSync(stampPath(root)) && readFileSync(stampPath(root), "utf8") === digest;
