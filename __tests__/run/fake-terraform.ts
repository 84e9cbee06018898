import { chmod, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Terraform } from "../../lib/run";
import { scratchFolder } from "../support/folder";

/** A program in place of Terraform that writes down how it was called and does what a script says. */
export async function fakeTerraform(script = ""): Promise<{ file: string; calls: () => Promise<string[]> }> {
  const folder = await scratchFolder({
    terraform: `#!/bin/sh\necho "$(basename "$PWD"): $*" >> "${"$"}{0%/*}/calls"\n${script}\n`,
  });
  const file = join(folder, "terraform");
  await chmod(file, 0o755);
  const calls = () =>
    readFile(join(folder, "calls"), "utf8").then(
      (text) => text.trimEnd().split("\n"),
      () => [],
    );
  return { file, calls };
}

/** Terraform in a folder, and what it has printed. */
export async function inFolder(program: string, more: Partial<Terraform> = {}) {
  const printed = { stdout: "", stderr: "" };
  const sink = (name: "stdout" | "stderr") => ({
    write: (text: string) => {
      printed[name] += text;
    },
  });
  const terraform: Terraform = {
    program,
    root: { folder: await scratchFolder(), values: [] },
    env: { PATH: process.env.PATH },
    isInteractive: false,
    stdout: sink("stdout"),
    stderr: sink("stderr"),
    ...more,
  };
  return { terraform, printed };
}
