import { CommanderError } from "commander";
import type { Io } from "./io";
import { programOf } from "./program";

/**
 * Runs the command line.
 * @param argv what follows the name of the program
 * @returns the exit code: 0 all is well, 1 an error, 2 something differs, 3 the spec is invalid
 */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  let code = 0;
  const program = programOf(io, (result) => {
    code = result;
  });
  try {
    await program.parseAsync(argv, { from: "user" });
    return code;
  } catch (error) {
    // Commander has printed the help or what is wrong with the arguments.
    if (error instanceof CommanderError) return error.exitCode;
    io.stderr.write(`error: ${textOf(error, io)}\n`);
    return 1;
  }
}

function textOf(error: unknown, { env }: Io): string {
  const { message = String(error), stack } = error as Partial<Error>;
  return (env.GROUNDPLAN_DEBUG ? stack : undefined) ?? `${message} (GROUNDPLAN_DEBUG=1 shows where)`;
}
