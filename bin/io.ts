import { createInterface } from "node:readline/promises";

export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
}

/** What the command line has around it. */
export interface Io {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** For data. */
  readonly stdout: Output;
  /** For progress and errors. */
  readonly stderr: Output;
  /** Asks a person, who may leave without an answer; absent where nobody is there. */
  readonly ask?: (question: string) => Promise<string | undefined>;
}

/** The surroundings of this process. */
export function processIo(): Io {
  const { env, stdin, stdout, stderr } = process;
  // Who reads our output may stop early, as `head` does.
  stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
  return { cwd: process.cwd(), env, stdout, stderr, ...(stdin.isTTY && stderr.isTTY ? { ask } : {}) };
}

async function ask(question: string): Promise<string | undefined> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const given = new AbortController();
  terminal.once("close", () => given.abort());
  try {
    return await terminal.question(question, { signal: given.signal });
  } catch {
    return undefined;
  } finally {
    terminal.close();
  }
}

/** Whether to colour what goes to an output: as https://no-color.org and FORCE_COLOR say, else on a terminal. */
export function wantsColor({ isTTY = false }: Output, env: Io["env"]): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== "0" && env.FORCE_COLOR !== "false";
  return isTTY && env.TERM !== "dumb";
}
