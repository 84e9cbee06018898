import { posix as path } from "node:path";
import Handlebars from "handlebars";
import type { TerraformRoot } from "../render";
import type { Run } from "./run";

/** What Terragrunt is told of each folder that is a root: those that come before it. Nothing is generated in it. */
export function terragrunt({ roots, project, pipelines }: Run, template: string): [path: string, text: string][] {
  const render = Handlebars.compile(template, { noEscape: true, strict: true });
  const folders = new Map(roots.map((root) => [root.name, root.folder]));
  return [...byFolder(roots)].map(([folder, all]) => {
    const needed = new Set(all.flatMap(({ after }) => after.map((name) => folders.get(name) as string)));
    const text = render({
      workspaces: project.layout === "workspaces",
      environments: pipelines.environments.join(", "),
      start: startOf(all[0] as TerraformRoot),
      paths: [...needed].map((other) => path.relative(folder, other)).sort(),
    });
    return [path.join(folder, "terragrunt.hcl"), text];
  });
}

/** With workspaces, roots of several environments are in one folder. */
function byFolder(roots: readonly TerraformRoot[]): ReadonlyMap<string, readonly TerraformRoot[]> {
  const folders = new Map<string, TerraformRoot[]>();
  for (const root of roots) folders.set(root.folder, [...(folders.get(root.folder) ?? []), root]);
  return folders;
}

/** What stands before an environment's name in its workspace. */
const startOf = ({ workspace = "", environment }: TerraformRoot) =>
  workspace.slice(0, workspace.length - environment.length);
