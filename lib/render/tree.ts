import type { Stack } from "../compose";
import { bootstrapRoots } from "./bootstrap";
import { directories } from "./directories";
import { rootsJson } from "./roots";
import { workspaces } from "./workspaces";

const ignored = [".artifacts/", ".terraform/", "*.tfstate", "*.tfstate.*", "*.tfplan", "crash.log", ""].join("\n");

/**
 * Everything that the stacks of a project render to, by path below the output folder.
 * @param modules the rendered files of each module in use, by the module's name
 */
export function renderTree(
  stacks: readonly Stack[],
  modules: ReadonlyMap<string, ReadonlyMap<string, string>>,
  readme: string,
): ReadonlyMap<string, string> {
  const { project } = stacks[0] as Stack;
  const layout = stacks.flatMap((stack) => (project.layout === "workspaces" ? workspaces(stack) : directories(stack)));
  const copies = [...modules].flatMap(([name, files]) =>
    [...files].map(([file, text]): [string, string] => [`modules/${name}/${file}`, text]),
  );
  return new Map([
    ...layout,
    ...bootstrapRoots(project),
    ...copies,
    ["roots.json", rootsJson(stacks)],
    [".gitignore", ignored],
    ["README.md", readme],
  ]);
}
