import { object, optional, string } from "../schema";
import { defineBackend } from "./backend";
import { hostname, organization, refused, secrets, startOf, workspaceOf, workspacePrefix } from "./hcp";

/**
 * The older way to HCP Terraform and Terraform Enterprise. Options: Terraform 1.11, backend `remote`. The command line
 * knows a workspace by its name without the prefix, a run on the server by the whole name.
 */
export const remote = defineBackend({
  name: "remote",
  summary: "A workspace of HCP Terraform or Terraform Enterprise per environment, the older way: prefer cloud.",
  options: object({ organization, hostname: optional(string(hostname)), workspace_prefix: workspacePrefix }),
  secrets,
  refused,
  settings({ workspace_prefix, ...rest }, place) {
    const start = startOf(workspace_prefix, place.project);
    const own = place.environment === undefined ? { prefix: start } : { name: workspaceOf(workspace_prefix, place) };
    return { ...rest, workspaces: own };
  },
  workspaces: ({ workspace_prefix }, project) => ["", startOf(workspace_prefix, project)],
  where: ({ organization: owner }) => `State is in HCP Terraform: a workspace of \`${owner}\` per environment.`,
});
