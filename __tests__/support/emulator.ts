import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { openSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { cacheFolder } from "./cache";
import { emulatorPython } from "./python";

/** What the emulator complained about since its last start: fixes that do not fit, errors of its own. */
export const emulatorLog = join(cacheFolder, "emulator", "server.log");

/** A running AWS emulator. */
export interface Emulator {
  /** Its one endpoint for every AWS service, such as `http://127.0.0.1:40123`. */
  readonly url: string;
  /** Forgets every resource of every account. Only for a test that has the emulator to itself. */
  reset(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts an emulator on a free port of this machine. It ends with the process that started it.
 *
 * @throws Error when no Python can run it, or it ends before it listens.
 */
export async function startEmulator(): Promise<Emulator> {
  const python = await emulatorPython();
  await mkdir(dirname(emulatorLog), { recursive: true });
  const server = spawn(python, [join(__dirname, "emulator", "server.py")], {
    stdio: ["pipe", "pipe", openSync(emulatorLog, "w")],
    env: { ...process.env, PYTHONDONTWRITEBYTECODE: "1" },
  });
  const url = `http://127.0.0.1:${await port(server)}`;
  return { url, reset: () => reset(url), stop: () => stop(server) };
}

async function port(server: ChildProcess): Promise<string> {
  const ended = once(server, "exit").then(([code]) => {
    throw new Error(`The AWS emulator ended with code ${code} before it listened; see ${emulatorLog}`);
  });
  const lines = createInterface({ input: server.stdout as NodeJS.ReadableStream });
  const [line] = await Promise.race([once(lines, "line"), ended]);
  ended.catch(() => undefined);
  return String(line);
}

async function reset(url: string): Promise<void> {
  await fetch(`${url}/moto-api/reset`, { method: "POST" });
}

async function stop(server: ChildProcess): Promise<void> {
  const ended = once(server, "exit");
  server.kill();
  await ended;
}
