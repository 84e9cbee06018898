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
  /** Whether it is built with the dependencies of its own go.sum, as a module of its own: for what Go cannot install. */
  readonly isModule?: boolean;
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

async function build({ name, package: source, version, isModule }: GoProgram, folder: string): Promise<void> {
  const found = `${source}@${version}`;
  if (!isModule) {
    await run("go", ["install", found], { env: { ...process.env, GOBIN: folder } });
    return;
  }
  const { stdout } = await run("go", ["mod", "download", "-json", found]);
  const { Dir: cwd } = JSON.parse(stdout) as { readonly Dir: string };
  await run("go", ["build", "-mod=readonly", "-o", join(folder, name), "."], { cwd, maxBuffer: 2 ** 26 });
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
