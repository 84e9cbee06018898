import { planFileIn } from "../../lib/run";
import type { Session } from "../session";
import { isAllowed, plan as makePlan, withoutNextSteps, withPlanFile } from "../terraform/checked";
import { type RunFlags, rendered, rootNamed, targetOf } from "../terraform/target";

export interface PlanFlags extends RunFlags {
  readonly allowDataLoss?: readonly string[];
}

/** `groundplan plan`: what Terraform would change in an environment. */
export async function plan(session: Session, name: string, words: readonly string[], flags: PlanFlags) {
  const made = await rendered(session, flags);
  const target = targetOf(made, rootNamed(name, made), session);
  const saved = planFileIn(words);
  return withPlanFile(async (scratch) => {
    const quiet = saved === undefined ? withoutNextSteps(target) : target;
    const code = await makePlan(quiet, words, saved ?? scratch, session);
    if (code !== 2) return code;
    if (!(await isAllowed(saved ?? scratch, target, flags.allowDataLoss ?? [], session))) return 1;
    return words.some((word) => /^--?detailed-exitcode(=true)?$/.test(word)) ? 2 : 0;
  });
}
