import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { UserError } from "../diagnostic";

/** What a Terraform command ended with. */
export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs Terraform in one folder. */
export type Terraform = (...args: readonly string[]) => Promise<Outcome>;

/**
 * Terraform in a folder, which asks nothing and is in the default workspace.
 * @throws UserError where there is no Terraform.
 */
export const terraformIn =
  (folder: string, env: Readonly<Record<string, string | undefined>>): Terraform =>
  async (command = "", ...args) => {
    const child = spawn("terraform", [command, ...args], {
      cwd: folder,
      env: { ...env, TF_IN_AUTOMATION: "1", TF_INPUT: "0", TF_WORKSPACE: undefined },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const ended = once(child, "close").catch(() => {
      throw new UserError([{ message: "there is no terraform on the PATH", help: "install Terraform 1.10 or later" }]);
    });
    const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
    return { code: code ?? 1, stdout, stderr };
  };

/** @throws UserError with what Terraform said, where it failed. */
export function succeeded({ code, stdout, stderr }: Outcome, what: string): string {
  if (code === 0) return stdout;
  throw new UserError([{ message: `${what} failed`, help: stderr.trim() || stdout.trim() }]);
}
