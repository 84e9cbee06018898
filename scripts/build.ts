import { cp, mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { isFresh, sourcesDigest, stampPath } from "./build/stamp";

const root = join(__dirname, "..");
const dist = join(root, "dist");

/** Builds the package into `dist/`; with `--if-stale` only where a source has changed since. */
async function build(): Promise<void> {
  const digest = sourcesDigest(root);
  if (process.argv.includes("--if-stale") && isFresh(root, digest)) return;
  const [{ bundle }, { declareTypes }, { renderModules }, { specJsonSchema, toolbox }] = await Promise.all([
    import("./build/bundle"),
    import("./build/types"),
    import("./build/modules"),
    import("../index"),
  ]);
  await rm(dist, { recursive: true, force: true });
  await mkdir(dist);
  await Promise.all([
    bundle(root, dist),
    declareTypes(root),
    renderModules(toolbox, join(dist, "modules")),
    cp(join(root, "templates"), join(dist, "templates"), { recursive: true }),
    writeFile(join(dist, "groundplan.schema.json"), `${JSON.stringify(specJsonSchema(toolbox), null, 1)}\n`),
  ]);
  await writeFile(stampPath(root), digest);
  process.stderr.write("built dist/\n");
}

build().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
