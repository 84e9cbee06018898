import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import * as esbuild from "esbuild";
import { thirdPartyNotices } from "./notices";

/** What users bring themselves, and only for constructs of their own. */
const peers = ["cdktf", "constructs", "@cdktf/provider-aws"];

/**
 * Bundles the command line and the library with everything they need but the peers. Code that both need, and what is
 * only loaded on demand, becomes files of its own, so that `--help` reads very little.
 */
export async function bundle(root: string, dist: string): Promise<void> {
  const { outputFiles, metafile } = await esbuild.build({
    absWorkingDir: root,
    entryPoints: { "bin/groundplan": "bin/groundplan.ts", index: "index.ts", constructs: "constructs.ts" },
    outdir: dist,
    bundle: true,
    write: false,
    metafile: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    external: peers.flatMap((name) => [name, `${name}/*`]),
    define: { "import.meta.url": "__filename" },
    legalComments: "none",
    logLevel: "warning",
  });
  await Promise.all(outputFiles.map(({ path, text }) => writeCommonJs(path, text)));
  const notices = thirdPartyNotices(root, Object.keys(metafile.inputs));
  await writeFile(join(dist, "THIRD-PARTY-NOTICES.txt"), notices);
}

/** esbuild splits ES modules only; constructs are for CommonJS apps, as `cdktf init` makes them. */
async function writeCommonJs(path: string, text: string): Promise<void> {
  const { code } = await esbuild.transform(text, {
    format: "cjs",
    platform: "node",
    target: "node20",
    // `require` starts sooner than `import()`, which sets up the loader of ES modules first.
    supported: { "dynamic-import": false },
    minifyWhitespace: true,
    minifySyntax: true,
  });
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, code, { mode: code.startsWith("#!") ? 0o755 : 0o644 });
}
