import type { Io } from "../../bin/io";
import { main } from "../../bin/main";

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Around {
  readonly env?: Io["env"];
  /** What a person answers, question by question, before leaving; nobody is there if absent. */
  readonly answers?: readonly string[];
  readonly isTTY?: boolean;
}

/** Runs the command line in this process, in a folder. */
export async function run(cwd: string, argv: readonly string[], around: Around = {}): Promise<Ran> {
  const written = { stdout: "", stderr: "" };
  const output = (name: "stdout" | "stderr") => ({
    isTTY: around.isTTY ?? false,
    write: (text: string) => {
      written[name] += text;
    },
  });
  const answers = [...(around.answers ?? [])];
  const ask = async () => answers.shift();
  const io: Io = {
    cwd,
    env: around.env ?? {},
    stdout: output("stdout"),
    stderr: output("stderr"),
    ...(around.answers ? { ask } : {}),
  };
  return { code: await main(argv, io), ...written };
}
