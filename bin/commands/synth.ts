import path from "node:path";
import * as engine from "../../index";
import { counted } from "../counted";
import { jsonOf, printDiagnostics } from "../failure";
import type { ExitCode, Session } from "../session";
import { table } from "../table";

export interface SynthFlags {
  readonly out: string;
  readonly check?: boolean;
  readonly dryRun?: boolean;
  readonly force?: boolean;
  readonly allModules?: boolean;
  readonly statesMoved?: boolean;
}

/** `groundplan synth`: renders the spec, or says what that would change. */
export async function synth(session: Session, flags: SynthFlags): Promise<ExitCode> {
  const { force = false, allModules = false, statesMoved = false } = flags;
  const { spec, sources } = session;
  const options = { spec, sources, out: path.resolve(session.io.cwd, flags.out), force, allModules, statesMoved };
  const isDry = flags.check || flags.dryRun;
  const { changes, project } = await (isDry ? engine.inspect : engine.synth)(options, engine.toolbox);
  const { warnings } = project;
  if (session.json) session.printJson({ ...changes, diagnostics: jsonOf(warnings, session) });
  else if (warnings.length > 0) printDiagnostics(warnings, session);
  if (!session.json && isDry) session.print(table(lines(changes, flags.out)));
  const isSame = lines(changes, flags.out).length === 0;
  session.tell(isDry && !isSame ? differs(session, flags) : `${flags.out}: ${summary(changes)}.`);
  return flags.check && !isSame ? 2 : 0;
}

function lines({ create, update, remove, refused }: engine.Changes, out: string): string[][] {
  const having = (what: string, paths: readonly string[]) => paths.map((file) => [what, path.join(out, file)]);
  return [
    ...having("create", create),
    ...having("update", update),
    ...having("remove", remove),
    ...refused.map((refusal) => [refusal.why, path.join(out, refusal.path)]),
  ];
}

const differs = (session: Session, { out, check }: SynthFlags) =>
  check
    ? `${out} is not what ${session.fromHere(session.spec)} renders to: run groundplan synth.`
    : `Nothing was written to ${out}.`;

function summary({ create, update, remove, unchanged }: engine.Changes): string {
  const all = Object.entries({ created: create, updated: update, removed: remove, unchanged });
  const counts = all.filter(([, files]) => files.length > 0).map(([what, { length }]) => [length, what] as const);
  return counts.map(([number, what], i) => `${i === 0 ? counted(number, "file") : number} ${what}`).join(", ");
}
