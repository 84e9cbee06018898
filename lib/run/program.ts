import { accessSync, constants, statSync } from "node:fs";
import path from "node:path";
import { UserError } from "../diagnostic";

type Environment = Readonly<Record<string, string | undefined>>;

/** Terraform first, then OpenTofu, which takes the same commands. */
const programs = ["terraform", "tofu"];

/**
 * The program that plans and applies: the one that is named, else `terraform` or `tofu` on the PATH.
 * @param named what `--bin` or GROUNDPLAN_TERRAFORM says: a path, or the name of a program on the PATH
 * @throws UserError where there is none.
 */
export function findTerraform(named: string | undefined, env: Environment, cwd: string): string {
  const wanted = named ?? (env.GROUNDPLAN_TERRAFORM || undefined);
  const found = (wanted === undefined ? programs : [wanted]).map((name) => find(name, env, cwd));
  const first = found.find((file) => file !== undefined);
  if (first === undefined) throw new UserError([missing(wanted)]);
  return first;
}

function find(name: string, env: Environment, cwd: string): string | undefined {
  const isPath = name !== path.basename(name);
  const folders = isPath ? [cwd] : (env.PATH ?? "").split(path.delimiter).filter((folder) => folder !== "");
  const files = folders.flatMap((folder) => endings.map((ending) => path.resolve(folder, name + ending)));
  return files.find(isProgram);
}

const endings = process.platform === "win32" ? [".exe", ""] : [""];

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

const missing = (wanted: string | undefined) =>
  wanted === undefined
    ? {
        message: "there is neither terraform nor tofu on the PATH",
        help: "install Terraform 1.10 or later, or name the program: --bin, or GROUNDPLAN_TERRAFORM",
      }
    : { message: `there is no program "${wanted}"`, help: "--bin and GROUNDPLAN_TERRAFORM name a path or a program" };
