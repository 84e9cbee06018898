import { existsSync } from "node:fs";
import path from "node:path";
import { loadProject, type Project, toolbox, UserError } from "../../index";
import { bootstrap as run, terraformIn } from "../../lib/bootstrap";
import { bootstrapOf, bootstrapsOf } from "../../lib/render";
import type { ExitCode, Session } from "../session";

export interface BootstrapFlags {
  readonly out: string;
  readonly autoApprove?: boolean;
}

/** `groundplan bootstrap`: makes the store of the state, and moves the state of that into it. */
export async function bootstrap(
  session: Session,
  environment: string | undefined,
  flags: BootstrapFlags,
): Promise<ExitCode> {
  const { absent, place } = storeOf(session, environment);
  const folder = path.resolve(session.io.cwd, flags.out, place);
  const shown = path.join(flags.out, place);
  if (!existsSync(path.join(folder, "main.tf.json")))
    throw new UserError([{ message: `${shown} is not there`, help: "run groundplan synth" }]);
  const result = await run({
    folder,
    terraform: terraformIn(folder, session.io.env),
    absent,
    confirm: (plan) => confirmed(plan, session, flags),
    tell: (text) => session.tell(text),
  });
  session.tell(`${shown}: ${said[result]}.`);
  return result === "declined" ? 1 : 0;
}

const said = {
  created: "the store is there and has its own state",
  changed: "the store is as the spec says",
  unchanged: "nothing to change",
  declined: "nothing was applied",
};

function storeOf(session: Session, environment: string | undefined) {
  const project = loadProject({ file: session.spec, sources: session.sources, ...toolbox });
  const found = bootstrapOf(project);
  if (found) return { absent: found.absent, place: folderOf(project, environment) };
  const backends = Object.keys(toolbox.cloud.bootstraps ?? {}).join(", ");
  throw new UserError([
    {
      message: `there is no bootstrap of the state backend ${project.state.backend}`,
      help: `there is one of ${backends}; what it needs is in docs/bootstrap.md`,
    },
  ]);
}

/** The folder of the root that makes the store of an environment, or that of all which have none for themselves. */
function folderOf(project: Project, environment: string | undefined): string {
  const folders = [...bootstrapsOf(project)].map(([folder, store]) => ({ folder, environment: store.environment }));
  const found = folders.find((one) => one.environment === environment);
  if (found) return found.folder;
  const own = folders.flatMap((one) => one.environment ?? []);
  const message =
    environment === undefined ? "every environment has a store of its own" : `${environment} has no store of its own`;
  const help = own.length > 0 ? `name one of ${own.join(", ")}` : "leave the name away: there is one store for all";
  throw new UserError([{ message, help }]);
}

async function confirmed(plan: string, { io }: Session, { autoApprove = false }: BootstrapFlags) {
  io.stderr.write(plan);
  if (autoApprove) return true;
  if (!io.ask) throw new UserError([{ message: "nobody is there to approve the plan", help: "give --auto-approve" }]);
  return (await io.ask("Apply this plan? Only yes is accepted: "))?.trim() === "yes";
}
