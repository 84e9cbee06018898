import { UserError } from "../../index";
import { prepare, splitOptions, terraformIn } from "../../lib/run";
import type { Session } from "../session";
import { printBlamed } from "../terraform/blamed";
import { isAllowed, plan, withoutNextSteps, withPlanFile } from "../terraform/checked";
import { rendered, rootNamed, type Target, targetOf } from "../terraform/target";
import type { PlanFlags } from "./plan";

type Split = ReturnType<typeof splitOptions>;

/** `groundplan apply`: applies exactly the plan that was shown and checked. */
export const apply = (session: Session, name: string, words: readonly string[], flags: PlanFlags) =>
  change(session, name, splitOptions(words), flags, "apply");

/** `groundplan destroy`: the same, with a plan to destroy. */
export const destroy = (session: Session, name: string, words: readonly string[], flags: PlanFlags) => {
  const { plan: options, ...rest } = splitOptions(words);
  return change(session, name, { ...rest, plan: ["-destroy", ...options] }, flags, "destroy");
};

type Command = "apply" | "destroy";

async function change(session: Session, name: string, split: Split, flags: PlanFlags, command: Command) {
  if (!split.isApproved && split.file === undefined && !session.io.ask) throw new UserError([nobodyThere]);
  const made = await rendered(session, flags);
  const target = targetOf(made, rootNamed(name, made), session);
  const allowed = flags.allowDataLoss ?? [];
  if (split.file !== undefined) return applySaved(split.file, target, split, allowed, session);
  return withPlanFile(async (file) => {
    const code = await plan(withoutNextSteps(target), split.plan, file, session);
    if (code !== 2) return code;
    if (!(await isAllowed(file, target, allowed, session))) return 1;
    if (!split.isApproved && !(await isApproved(session, name, command))) return 1;
    return applyPlan(file, target, split, session);
  });
}

const nobodyThere = {
  message: "nobody is there to approve the plan",
  help: "approve it beforehand: add -auto-approve, or apply a plan that was saved: groundplan plan prod -- -out=…",
};

/** A saved plan has been seen: as with Terraform, it is applied without a question. */
async function applySaved(
  file: string,
  target: Target,
  split: Split,
  allowed: readonly string[],
  session: Session,
): Promise<number> {
  const failed = await prepare(target.terraform);
  if (failed) return failed.code;
  return (await isAllowed(file, target, allowed, session)) ? applyPlan(file, target, split, session) : 1;
}

async function applyPlan(file: string, target: Target, { apply: options }: Split, session: Session): Promise<number> {
  const finished = await terraformIn(target.terraform, ["apply", ...options, file]);
  printBlamed(finished, target.applied, session);
  return finished.code;
}

async function isApproved(session: Session, environment: string, command: Command): Promise<boolean> {
  const answer = await session.io.ask?.(questions[command](environment));
  if (answer?.trim() === "yes") return true;
  session.tell(`\n${command === "apply" ? "Apply" : "Destroy"} cancelled.`);
  return false;
}

const questions: Readonly<Record<Command, (environment: string) => string>> = {
  apply: (environment) => `
Do you want to perform these actions in ${environment}?
  Terraform will perform the actions described above.
  Only 'yes' will be accepted to approve.

  Enter a value: `,
  destroy: (environment) => `
Do you really want to destroy all resources of ${environment}?
  Terraform will destroy all your managed infrastructure, as shown above.
  There is no undo. Only 'yes' will be accepted to confirm.

  Enter a value: `,
};
