import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { cacheFolder, makeOnce } from "../../__tests__/support/cache";

const run = promisify(execFile);

/** A program that is a package of Python. */
export interface PythonProgram {
  readonly name: string;
  /** Such as `3.3.30`. */
  readonly version: string;
}

/** The path of Python in the environment of a program, and of the program there: installed on first use. */
export async function installed({ name, version }: PythonProgram): Promise<readonly [python: string, script: string]> {
  const folder = join(cacheFolder, "judges", `${name}-${version}`);
  const isInstalled = `from importlib.metadata import version as v; import sys; sys.exit(v("${name}") != "${version}")`;
  const isComplete = () =>
    run(pythonOf(folder), ["-c", isInstalled]).then(
      () => true,
      () => false,
    );
  await makeOnce(folder, isComplete, async (staging) => {
    await run("python3", ["-m", "venv", staging]);
    await run(pythonOf(staging), ["-m", "pip", "install", "--quiet", `${name}==${version}`]);
  });
  return [pythonOf(folder), join(folder, "bin", name)];
}

const pythonOf = (folder: string): string => join(folder, "bin", "python");
