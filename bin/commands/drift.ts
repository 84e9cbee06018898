import { rootsOf, type TerraformRoot } from "../../lib/render";
import { componentAt, type Drift, driftIn, type Finished, failuresIn, initialised } from "../../lib/run";
import { progress } from "../progress";
import type { Session } from "../session";
import { table } from "../table";
import { printBlamed } from "../terraform/blamed";
import { readPlan, withoutNextSteps, withPlanFile } from "../terraform/checked";
import { type Rendered, type RunFlags, rendered, rootsNamed, type Target, targetOf } from "../terraform/target";

/** How one root stands: what differs, or why that is not known. */
type Report = { readonly environment: string } & (Drift | Unknown);

interface Unknown {
  readonly error: string;
  /** Whether somebody asked for the end. */
  readonly interrupted?: boolean;
}

/** `groundplan drift`: what was changed outside of Terraform, and what of the spec is not applied. */
export async function drift(session: Session, names: readonly string[], flags: RunFlags): Promise<0 | 1 | 2> {
  const made = await rendered(session, flags);
  const { stacks } = made.synthesis;
  const wanted = names.length === 0 ? rootsOf(stacks) : names.flatMap((name) => rootsNamed(name, made));
  const reports = await reportsOf(wanted, made, session);
  if (session.json) session.printJson(reports);
  else session.print(table([["environment", "state", "address", "what"], ...reports.flatMap(rows)]));
  return exitCode(reports);
}

async function reportsOf(wanted: readonly TerraformRoot[], made: Rendered, session: Session): Promise<Report[]> {
  const reports: Report[] = [];
  for (const root of wanted) {
    const report = await looked(root, made, session);
    reports.push(report);
    if ("error" in report && report.interrupted) break;
  }
  return reports;
}

async function looked(root: TerraformRoot, made: Rendered, session: Session): Promise<Report> {
  const end = progress(root.name, session.io.stderr);
  const said: string[] = [];
  const silent = { write: (text: string) => said.push(text) };
  const target = withoutNextSteps(targetOf(made, root, session));
  const terraform = { ...target.terraform, isInteractive: false, stdout: { write: () => {} }, stderr: silent };
  const report = await withPlanFile((file) => reportOf({ ...target, terraform }, file));
  end(summary(report));
  if ("error" in report) showErrors(said.join(""), target, session);
  return report;
}

/** A look takes no lock: it neither waits for an apply nor stops one. */
const options = ["-input=false", "-lock=false", "-detailed-exitcode"];

async function reportOf({ name, terraform, applied }: Target, file: string): Promise<Report> {
  const planned = await initialised(terraform, ["plan", ...terraform.root.values, ...options, `-out=${file}`]);
  if (planned.code === 0) return { environment: name, drifted: [], pending: [] };
  const read = planned.code === 2 ? await readPlan(file, terraform) : planned;
  if (!("plan" in read)) return { environment: name, ...unknown(read) };
  const { drifted, pending } = driftIn(read.plan);
  const named = <T extends { address: string }>(one: T) => ({
    component: componentAt(one.address, applied.stack)?.address,
    ...one,
  });
  return { environment: name, drifted: drifted.map(named), pending: pending.map(named) };
}

const unknown = ({ errors, interrupted }: Finished): Unknown =>
  interrupted
    ? { error: "interrupted", interrupted }
    : { error: failuresIn(errors)[0]?.summary ?? "Terraform made no plan" };

function showErrors(text: string, { applied }: Target, session: Session): void {
  session.io.stderr.write(text);
  if (!session.json) printBlamed({ code: 1, errors: text }, applied, session);
}

function summary(report: Report): string {
  if ("error" in report) return "error";
  const { drifted, pending } = report;
  return drifted.length + pending.length === 0
    ? "as specified"
    : `${drifted.length} drifted, ${pending.length} pending`;
}

function rows(report: Report): string[][] {
  const { environment } = report;
  if ("error" in report) return [[environment, "error", "", report.error]];
  const { drifted, pending } = report;
  if (drifted.length + pending.length === 0) return [[environment, "as specified", "", ""]];
  return [
    ...drifted.map(({ address, attributes }) => [environment, "drifted", address, attributes.join(", ") || "is gone"]),
    ...pending.map(({ address, actions }) => [environment, "pending", address, actions.join(", ")]),
  ];
}

function exitCode(reports: readonly Report[]): 0 | 1 | 2 {
  if (reports.some((report) => "error" in report)) return 1;
  return reports.some((report) => summary(report) !== "as specified") ? 2 : 0;
}
