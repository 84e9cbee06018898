import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { aws } from "./clouds/aws";
import { profiles } from "./environments";
import { asOf } from "./lib/spec";
import type { Toolbox } from "./lib/synth";
import { registry } from "./modules";

/** What Groundplan works with: its cloud, its modules, its profiles and its templates. */
export const toolbox: Toolbox = {
  cloud: aws,
  registry,
  profiles,
  /** Read where it is needed, so that a wrong one is told as an error of the user's. */
  get as() {
    return asOf(process.env.GROUNDPLAN_AS);
  },
  moduleFiles,
  template: (name) => readFileSync(join(__dirname, "templates", name), "utf8"),
};

/** A release has every module rendered beside this file; in a checkout the module's source stands there, to be rendered. */
async function moduleFiles(name: string): Promise<ReadonlyMap<string, string>> {
  const folder = join(__dirname, "modules", name);
  return existsSync(join(folder, "main.tf.json")) ? readTree(folder) : rendered(name);
}

function readTree(folder: string): ReadonlyMap<string, string> {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = found.map((entry) => join(entry.parentPath ?? entry.path, entry.name)).sort();
  return new Map(
    paths.map((path) => [path.slice(folder.length + 1).replaceAll("\\", "/"), readFileSync(path, "utf8")]),
  );
}

const known = new Map<string, Promise<ReadonlyMap<string, string>>>();

/** Rendered once: it depends on nothing but the module. */
function rendered(name: string): Promise<ReadonlyMap<string, string>> {
  const files = known.get(name) ?? render(name);
  known.set(name, files);
  return files;
}

async function render(name: string): Promise<ReadonlyMap<string, string>> {
  const module = registry.get(name);
  if (!module) throw new Error(`no module ${name}`);
  const { renderModule } = await import("./lib/render/module");
  const { moduleReadme } = await import("./lib/render/readme");
  const files = await renderModule(module, aws);
  return new Map([...files, ["README.md", moduleReadme(module, files, toolbox.template("module/README.md.hbs"))]]);
}
