import type { Stack } from "../compose";
import { bootstrapRoot } from "./bootstrap";
import { directories } from "./directories";
import { workspaces } from "./workspaces";

const ignored = [".artifacts/", ".terraform/", "*.tfstate", "*.tfstate.*", "*.tfplan", "crash.log", ""].join("\n");

/**
 * Everything that a stack renders to, by path below the output folder.
 * @param modules the rendered files of each module in use, by the module's name
 */
export function renderTree(
  stack: Stack,
  modules: ReadonlyMap<string, ReadonlyMap<string, string>>,
  readme: string,
): ReadonlyMap<string, string> {
  const layout = stack.project.layout === "workspaces" ? workspaces(stack) : directories(stack);
  const copies = [...modules].flatMap(([name, files]) =>
    [...files].map(([file, text]): [string, string] => [`modules/${name}/${file}`, text]),
  );
  return new Map([
    ...layout,
    ...bootstrapRoot(stack.project),
    ...copies,
    [".gitignore", ignored],
    ["README.md", readme],
  ]);
}
