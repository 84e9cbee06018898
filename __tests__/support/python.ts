import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { cacheFolder, makeOnce } from "./cache";

const run = promisify(execFile);

/** The moto release that `emulator/fixes` is written for. */
const motoVersion = "5.2.1";

const requirement = `moto[server]==${motoVersion}`;

const check = `import moto, moto.server, sys; sys.exit(moto.__version__ != "${motoVersion}")`;

/**
 * A Python that can run the emulator: the machine's own `python3` where it has that moto release with its server,
 * otherwise one in a virtual environment under `.cache/emulator`, which is made on first use.
 *
 * @throws Error that says what to install, when there is no `python3` or it cannot make the virtual environment.
 */
export async function emulatorPython(): Promise<string> {
  if (await canRunMoto("python3")) {
    return "python3";
  }
  const folder = join(cacheFolder, "emulator", `moto-${motoVersion}`);
  await makeOnce(folder, () => canRunMoto(pythonOf(folder)), installMoto);
  return pythonOf(folder);
}

function pythonOf(environment: string): string {
  return join(environment, "bin", "python");
}

async function canRunMoto(python: string): Promise<boolean> {
  return run(python, ["-c", check]).then(
    () => true,
    () => false,
  );
}

async function installMoto(environment: string): Promise<void> {
  try {
    await run("python3", ["-m", "venv", environment]);
    await run(pythonOf(environment), ["-m", "pip", "install", "--quiet", requirement]);
  } catch (error) {
    throw new Error(
      `The tests need moto ${motoVersion}, an AWS emulator, and could not install it. Install Python 3.10 or later ` +
        `with its venv module, or moto itself: python3 -m pip install "${requirement}"\n${describe(error)}`,
    );
  }
}

/** What the command printed: Python writes some of it to standard output. */
function describe(error: unknown): string {
  const { stdout = "", stderr = "" } = error as { stdout?: string; stderr?: string };
  return `${stdout}${stderr}` || String(error);
}
