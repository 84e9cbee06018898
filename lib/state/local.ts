import { object, optional, string } from "../schema";
import { defineBackend, ownNames, type Place } from "./backend";
import { folderOf, placed } from "./option";

const prefix = {
  pattern: "^[^ ]*[^/ ]$",
  message: "a folder, without a / at its end",
  description: "Folder of the states; each is beside its root if absent.",
} as const;

const files = (path: string, { environment }: Place) =>
  environment === undefined ? { path, workspace_dir: `${path}.d` } : { path };

/** Files on the machine that runs Terraform. Options: Terraform 1.11, backend `local`. */
export const local = defineBackend({
  name: "local",
  summary: "Files beside each environment, for one person.",
  options: object({ path_prefix: optional(string(prefix)) }),
  secrets: {},
  refused: { path: placed("path_prefix"), workspace_dir: placed("path_prefix") },
  place: ["path", "workspace_dir"],
  settings({ path_prefix }, place) {
    if (path_prefix === undefined) return { path: "terraform.tfstate" };
    return files(`${path_prefix}/${folderOf(place)}/terraform.tfstate`, place);
  },
  // Roots of services are beside one another.
  reading({ path_prefix }, place) {
    const path = path_prefix === undefined ? `../${place.service}` : `${path_prefix}/${folderOf(place)}`;
    return { backend: "local", config: files(`${path}/terraform.tfstate`, place) };
  },
  workspaces: ownNames,
  where: ({ path_prefix }) =>
    path_prefix === undefined
      ? "State is in local files. Name a backend under `state` in the spec to share it."
      : `State is in files below \`${path_prefix}\`.`,
});
