import { readFile } from "node:fs/promises";
import path from "node:path";
import { type Moved, moveComponent, toolbox, UserError } from "../../index";
import { colored, unified } from "../diff/tree";
import { printDiagnostics } from "../failure";
import { changedLines } from "../move/lines";
import { replaceAll } from "../move/replace";
import type { ExitCode, Session } from "../session";
import { table } from "../table";

export interface MoveFlags {
  readonly dryRun?: boolean;
}

/** `groundplan move`: gives a component another address, wherever the spec speaks of it, so that nothing is made anew. */
export async function move(session: Session, from: string, to: string, flags: MoveFlags): Promise<ExitCode> {
  const { spec, sources } = session;
  try {
    const moved = moveComponent({ file: spec, sources, ...toolbox }, from, to);
    const files = await filesOf(moved, path.dirname(spec));
    if (flags.dryRun) for (const one of files) session.print(diffOf(session, one));
    else await replaceAll(new Map(files.map(({ file, after }) => [file, after])));
    if (!flags.dryRun) session.print(table(files.flatMap((one) => linesOf(session, one))));
    for (const text of [...notesOn(moved), flags.dryRun ? "Nothing was written." : next(moved)]) session.tell(text);
    return 0;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    printDiagnostics(error.diagnostics, session);
    return 3;
  }
}

interface Changed {
  /** Absolute path. */
  readonly file: string;
  readonly before: string;
  readonly after: string;
}

/** The files as they are, and as they are to be; a byte order mark is no text of the spec, and stays. */
const filesOf = ({ texts }: Moved, root: string): Promise<Changed[]> =>
  Promise.all(
    [...texts].map(async ([name, after]) => {
      const file = path.resolve(root, name);
      const before = await readFile(file, "utf8");
      return { file, before, after: before.startsWith("\uFEFF") ? `\uFEFF${after}` : after };
    }),
  );

function diffOf(session: Session, { file, before, after }: Changed): string {
  const diff = unified(session.fromHere(file), before, after);
  return colored({ file, change: "update", diff }, session.color.stdout);
}

const linesOf = (session: Session, { file, before, after }: Changed): string[][] =>
  changedLines(before, after).map(({ line, text, more }) => [
    `${session.fromHere(file)}:${line}`,
    more > 0 ? `${text} (and ${more} more lines)` : text,
  ]);

const notesOn = ({ renamed }: Moved): string[] =>
  renamed.map(({ address, arguments: words }) => `${address}: ${words.join(", ")} will change with the address.`);

function next({ project }: Moved): string {
  const [first] = project.environments;
  return [
    "Next: groundplan synth, then groundplan plan and apply in each environment",
    `(groundplan plan ${first?.name}): what moved is shown as moved. Keep \`moved\` until all of them are applied.`,
  ].join("\n");
}
