import path from "node:path";
import type { Project } from "../spec";
import { workspacesOf } from "../state";

/** Where Terraform runs for an environment, and what it must be told there. */
export interface Root {
  /** Absolute path. */
  readonly folder: string;
  /** The workspace of the environment, where all of them share one root. */
  readonly workspace?: string;
  /** Options of a plan that give it the environment's values. */
  readonly values: readonly string[];
}

/** @param out absolute path of the output folder */
export function rootOf({ layout, state, name }: Project, environment: string, out: string): Root {
  if (layout === "directories") return { folder: path.join(out, "environments", environment), values: [] };
  const [start = ""] = workspacesOf(state, name);
  return {
    folder: out,
    workspace: `${start}${environment}`,
    values: [`-var-file=environments/${environment}.tfvars.json`],
  };
}
