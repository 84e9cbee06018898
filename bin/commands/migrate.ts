import path from "node:path";
import * as engine from "../../index";
import { parseInventory, readInventory, scriptOf, transfersOf } from "../../lib/migrate";
import type { ExitCode, Session } from "../session";

export interface MigrateFlags {
  readonly out: string;
}

/** `groundplan migrate`: prints the steps that take states from where the rendered tree has them to where the spec has them. */
export async function migrate(session: Session, flags: MigrateFlags): Promise<ExitCode> {
  const { spec, sources, io } = session;
  const out = path.resolve(io.cwd, flags.out);
  const before = await readInventory(out);
  if (!before) {
    const help = "states move from a tree that was rendered to the one that the spec renders to: run groundplan synth";
    throw new engine.UserError([{ message: `there is no roots.json in ${flags.out}`, help }]);
  }
  const { project, tree } = await engine.inspect({ spec, sources, out }, engine.toolbox);
  const after = parseInventory(tree.get("roots.json") ?? "");
  const transfers = transfersOf(project, before, after);
  if (transfers.length === 0) session.tell("No state moves.");
  else
    session.print(
      scriptOf({
        name: project.name,
        before,
        after,
        transfers,
        out: flags.out,
        synth: ["--spec", session.fromHere(spec), "--out", flags.out],
        template: engine.toolbox.template("migrate.sh.hbs"),
      }),
    );
  return 0;
}
