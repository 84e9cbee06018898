import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Finished, initialised, inputOf, type Plan, type Terraform, terraformIn } from "../../lib/run";
import { printDiagnostics } from "../failure";
import type { Session } from "../session";
import { printBlamed } from "./blamed";
import { lossProblems } from "./losses";
import type { Target } from "./target";

/** Gives work a place for a plan that nobody else can read: it holds secrets, and goes when the work is done. */
export async function withPlanFile<T>(work: (file: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), "groundplan-"));
  try {
    return await work(path.join(folder, "plan"));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** In automation, Terraform does not say how to apply a plan: ours is gone by then. */
export const withoutNextSteps = (target: Target): Target => {
  const { terraform } = target;
  return { ...target, terraform: { ...terraform, env: { TF_IN_AUTOMATION: "1", ...terraform.env } } };
};

/**
 * Makes a plan, and tells which of its errors come from where in the spec.
 * @returns exit codes of `-detailed-exitcode`: 0 nothing would change, 2 something would, 1 an error
 */
export async function plan({ terraform, applied }: Target, words: readonly string[], file: string, session: Session) {
  const { values } = terraform.root;
  const args = ["plan", ...inputOf(terraform), ...values, "-detailed-exitcode", ...words, `-out=${file}`];
  const finished = await initialised(terraform, args);
  printBlamed(finished, applied, session);
  return finished.code;
}

/** Whether a plan may be applied; if not, says why. */
export async function isAllowed(file: string, target: Target, allowed: readonly string[], session: Session) {
  if (!target.environment.protected) return true;
  const read = await readPlan(file, target.terraform);
  if ("code" in read) return false;
  const problems = lossProblems(read.plan, target, allowed);
  if (problems.length === 0) return true;
  session.tell("");
  printDiagnostics(problems, session);
  return false;
}

/** What is in a plan, or how Terraform failed to read it. */
export async function readPlan(file: string, terraform: Terraform): Promise<{ readonly plan: Plan } | Finished> {
  const pieces: string[] = [];
  const stdout = { write: (text: string) => pieces.push(text) };
  const finished = await terraformIn({ ...terraform, stdout }, ["show", "-json", file]);
  return finished.code === 0 ? { plan: JSON.parse(pieces.join("")) as Plan } : finished;
}
