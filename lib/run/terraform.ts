import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync, readFileSync } from "node:fs";
import { constants } from "node:os";
import path from "node:path";
import type { Readable } from "node:stream";
import { plainText } from "./plain-text";
import type { Root } from "./root";

/** Where output goes. */
export interface Sink {
  write(text: string): unknown;
}

/** Terraform or OpenTofu in one root. */
export interface Terraform {
  /** Path of the program. */
  readonly program: string;
  readonly root: Root;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether somebody is there to answer Terraform's questions. */
  readonly isInteractive: boolean;
  readonly stdout: Sink;
  readonly stderr: Sink;
}

/** A command that has ended. */
export interface Finished {
  /** Its exit code; 128 and the number of the signal where a signal ended it. */
  readonly code: number;
  /** What it wrote to stderr. */
  readonly errors: string;
  /** Whether somebody asked for its end. */
  readonly interrupted?: boolean;
}

/**
 * Runs a command. Its output appears as it is; what goes to stderr is kept as well. A signal to this process reaches
 * the command, which is always waited for.
 */
export const terraformIn = (terraform: Terraform, args: readonly string[]): Promise<Finished> =>
  ended(terraform, args, () => false);

/** Runs a command, after `init` and in the right workspace; `init` comes again where Terraform asks for it. */
export async function initialised(terraform: Terraform, args: readonly string[]): Promise<Finished> {
  const failed = await prepare(terraform);
  if (failed) return failed;
  const first = await ended(terraform, args, asksForInit);
  if (first.code === 0 || !asksForInit(first.errors)) return first;
  const init = await initIn(terraform);
  return init.code === 0 ? terraformIn(terraform, args) : init;
}

/** Runs `init` where it never ran, and selects the workspace. Returns what failed, if something did. */
export const prepare = async (terraform: Terraform): Promise<Finished | undefined> =>
  (await firstInit(terraform)) ?? (await selectWorkspace(terraform));

const firstInit = async (terraform: Terraform): Promise<Finished | undefined> =>
  readData(terraform, "modules/modules.json") === undefined ? unlessFine(await initIn(terraform)) : undefined;

/** What `init` has to say is progress. */
const initIn = (terraform: Terraform): Promise<Finished> =>
  terraformIn({ ...terraform, stdout: terraform.stderr }, ["init", ...inputOf(terraform)]);

async function selectWorkspace(terraform: Terraform): Promise<Finished | undefined> {
  const { workspace } = terraform.root;
  if (workspace === undefined || readData(terraform, "environment")?.trim() === workspace) return undefined;
  const select = ["workspace", "select", "-or-create", workspace];
  return unlessFine(await terraformIn({ ...terraform, stdout: terraform.stderr }, select));
}

const unlessFine = (finished: Finished) => (finished.code === 0 ? undefined : finished);

/** Tells Terraform not to ask where nobody is there to answer. */
export const inputOf = ({ isInteractive }: Terraform): string[] => (isInteractive ? [] : ["-input=false"]);

/** A file of Terraform's own; it keeps them in `.terraform` or where TF_DATA_DIR says. */
function readData({ root, env }: Terraform, file: string): string | undefined {
  try {
    return readFileSync(path.resolve(root.folder, env.TF_DATA_DIR || ".terraform", file), "utf8");
  } catch {
    return undefined;
  }
}

/** Every error that `init` mends names the command. */
const asksForInit = (text: string) => /\b(?:terraform|tofu) init\b/.test(plainText(text).replace(/\s+/g, " "));

async function ended(
  terraform: Terraform,
  args: readonly string[],
  withhold: (text: string) => boolean,
): Promise<Finished> {
  const { program, root, env, isInteractive, stdout, stderr } = terraform;
  const child = spawn(program, args, {
    cwd: root.folder,
    env: env as NodeJS.ProcessEnv,
    stdio: [isInteractive ? "inherit" : "ignore", target(stdout), "pipe"],
  });
  const signals = passOnSignals((signal) => child.kill(signal));
  try {
    const [errors, , [code, signal]] = await Promise.all([
      passOn(child.stderr as Readable, stderr, withhold),
      child.stdout ? passOn(child.stdout, stdout, () => false) : undefined,
      once(child, "close") as Promise<[number | null, NodeJS.Signals | null]>,
    ]);
    return { code: code ?? 128 + constants.signals[signal ?? "SIGTERM"], errors, interrupted: signals.came() };
  } finally {
    signals.stop();
  }
}

/** A terminal is handed to Terraform itself, which then knows how wide it is. */
const target = (sink: Sink) => (sink === process.stdout ? 1 : sink === process.stderr ? 2 : "pipe");

/** Writes to a sink what comes, but for what is withheld; returns all of it. */
async function passOn(stream: Readable, sink: Sink, withhold: (text: string) => boolean): Promise<string> {
  let all = "";
  for await (const text of stream.setEncoding("utf8")) {
    all += text;
    if (!withhold(text)) sink.write(text);
  }
  return all;
}

/** While a command runs, signals end it and not this process. */
function passOnSignals(pass: (signal: NodeJS.Signals) => void) {
  let came = false;
  const handle = (signal: NodeJS.Signals) => {
    came = true;
    if (signal !== "SIGINT" || !hasTerminal()) pass(signal);
  };
  process.on("SIGINT", handle).on("SIGTERM", handle);
  return { came: () => came, stop: () => void process.off("SIGINT", handle).off("SIGTERM", handle) };
}

/**
 * Ctrl-C in a terminal interrupts every program in it: passed on once more, it would make Terraform leave at once and
 * not save what it has done.
 */
function hasTerminal(): boolean {
  if (process.platform === "win32") return true;
  try {
    closeSync(openSync("/dev/tty", "r"));
    return true;
  } catch {
    return false;
  }
}
