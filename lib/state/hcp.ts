import { string } from "../schema";
import type { Place, Settings } from "./backend";
import { nameStart, placed } from "./option";

const host = { pattern: "^[A-Za-z0-9.-]+(?::[0-9]+)?$", message: "a host name" } as const;

/** Of a host name, as `cloud` and `remote` take it. */
export const hostname = {
  ...host,
  description: "Host of HCP Terraform or Terraform Enterprise; app.terraform.io if absent.",
};

/** Of the organization that has the workspaces. */
export const organization = string({ minLength: 1, description: "Organization that has the workspaces." });

/** What the names of all workspaces of a project begin with. */
export const workspacePrefix = nameStart(
  "What the names of the workspaces begin with, which are unique in the organization; the project's name and - if absent.",
);

export const secrets = {
  token: "TF_TOKEN_app_terraform_io (for another host, TF_TOKEN_ and its name with _ for each dot)",
};
export const refused = { workspaces: placed("workspace_prefix") };

/** What the names of workspaces begin with, where an environment's name alone follows: `shop-`, `shop-orders_`. */
export const startOf = (prefix: string | undefined, { project, service }: Place): string =>
  `${prefix ?? `${project}-`}${service === undefined ? "" : `${service}_`}`;

/** The workspace of one environment: `shop-dev`, `shop-orders_dev`. Names of environments have no `_`. */
export const workspaceOf = (prefix: string | undefined, place: Place): string =>
  `${startOf(prefix, place)}${place.environment}`;

/** Terraform reads a workspace of HCP Terraform by the backend `remote`. */
export function workspaces(prefix: string | undefined, place: Place): Settings {
  return place.environment === undefined ? { prefix: startOf(prefix, place) } : { name: workspaceOf(prefix, place) };
}
