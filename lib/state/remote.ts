import { object, optional, string } from "../schema";
import { defineBackend } from "./backend";
import { hostname, organization, refused, secrets, startOf, workspacePrefix, workspaces } from "./hcp";

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
  place: ["hostname", "organization", "workspaces"],
  settings: ({ workspace_prefix, ...rest }, place) => ({ ...rest, workspaces: workspaces(workspace_prefix, place) }),
  workspaces: ({ workspace_prefix }, place) => ["", startOf(workspace_prefix, place)],
  where: ({ organization: owner }) =>
    `State is in HCP Terraform: workspaces of \`${owner}\`, one per root and environment.`,
});
