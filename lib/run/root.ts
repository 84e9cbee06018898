import path from "node:path";
import type { TerraformRoot } from "../render";

/** Where Terraform runs, and what it must be told there. */
export interface Root extends Pick<TerraformRoot, "workspace" | "values"> {
  /** Absolute path. */
  readonly folder: string;
}

/** @param out absolute path of the output folder */
export const rootAt = ({ folder, workspace, values }: TerraformRoot, out: string): Root => ({
  folder: path.join(out, folder),
  ...(workspace === undefined ? {} : { workspace }),
  values,
});
