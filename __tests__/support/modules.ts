import { aws } from "../../clouds/aws";
import { renderModule } from "../../lib/render/module";
import { registry } from "../../modules";

let rendered: Promise<Record<string, string>> | undefined;

/** The files of every module, below a folder `modules` as in a project; rendered once. */
export function renderedModules(): Promise<Record<string, string>> {
  rendered ??= render();
  return rendered;
}

async function render(): Promise<Record<string, string>> {
  const modules = await Promise.all(
    [...registry.values()].map(async (module) => ({ name: module.name, files: await renderModule(module, aws) })),
  );
  return Object.fromEntries(
    modules.flatMap(({ name, files }) => [...files].map(([path, text]) => [`modules/${name}/${path}`, text])),
  );
}
