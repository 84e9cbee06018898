import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { cacheFolder, makeOnce } from "../../__tests__/support/cache";

const run = promisify(execFile);

/** A program that is written in Go. */
export interface GoProgram {
  readonly name: string;
  /** Such as `github.com/terraform-linters/tflint`. */
  readonly package: string;
  /** Such as `v0.64.0`. */
  readonly version: string;
}

/** The command that runs it: of the PATH, or built with Go on first use; undefined where neither can be had. */
export async function commandOf(program: GoProgram): Promise<string | undefined> {
  if (await runs(program.name, "--version")) return program.name;
  if (!(await runs("go", "version"))) return undefined;
  const folder = join(cacheFolder, "judges", `${program.name}-${program.version}`);
  const command = join(folder, program.name);
  return makeOnce(
    folder,
    async () => existsSync(command),
    (staging) => build(program, staging),
  ).then(
    () => command,
    () => undefined,
  );
}

const runs = (command: string, ...args: string[]): Promise<boolean> =>
  run(command, args).then(
    () => true,
    () => false,
  );

async function build(program: GoProgram, folder: string): Promise<void> {
  await run("go", ["install", `${program.package}@${program.version}`], { env: { ...process.env, GOBIN: folder } });
}

/** What a linter prints in `cwd`; with findings it does not end with 0. @throws Error when it prints nothing. */
export function outputOf(command: string, args: readonly string[], cwd: string): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(command, args, { cwd, maxBuffer: 2 ** 26 }, (error, stdout) =>
      error && stdout === "" ? reject(error) : resolve(stdout),
    );
  });
}

/** Why a program was not asked. */
export const unavailable = "not on the PATH, and Go cannot build it here";
