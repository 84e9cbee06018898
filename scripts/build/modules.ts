import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Toolbox } from "../../index";

/** Writes every module of the registry, rendered, below a folder. */
export async function renderModules({ registry, moduleFiles }: Toolbox, folder: string): Promise<void> {
  for (const name of registry.keys()) {
    for (const [path, text] of await moduleFiles(name)) {
      const file = join(folder, name, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text);
    }
  }
}
