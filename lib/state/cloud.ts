import { object, optional, string } from "../schema";
import { defineBackend } from "./backend";
import { hostname, organization, refused, secrets, startOf, workspaceOf, workspacePrefix, workspaces } from "./hcp";
import { namesOf, text } from "./option";

/**
 * HCP Terraform and Terraform Enterprise. Options: Terraform 1.11, the `cloud` block. Of one root for all environments
 * the workspaces are those with the project's name as their tag; Terraform then knows them by their whole names.
 */
export const cloud = defineBackend({
  name: "cloud",
  summary: "A workspace of HCP Terraform or Terraform Enterprise per environment.",
  options: object({
    organization,
    hostname: optional(string(hostname)),
    project: text("Project of HCP Terraform that has the workspaces."),
    workspace_prefix: workspacePrefix,
  }),
  secrets,
  refused,
  block: "cloud",
  place: ["hostname", "organization", "workspaces"],
  settings({ workspace_prefix, project, ...rest }, place) {
    const own =
      place.environment === undefined ? { tags: namesOf(place) } : { name: workspaceOf(workspace_prefix, place) };
    return { ...rest, workspaces: { ...own, ...(project === undefined ? {} : { project }) } };
  },
  workspaces: ({ workspace_prefix }, place) => [startOf(workspace_prefix, place)],
  reading: ({ workspace_prefix, project: _, ...rest }, place) => ({
    backend: "remote",
    config: { ...rest, workspaces: workspaces(workspace_prefix, place) },
  }),
  where: ({ organization: owner }) =>
    `State is in HCP Terraform: workspaces of \`${owner}\`, one per root and environment.`,
});
