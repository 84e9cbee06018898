import { type Diagnostic, toolbox } from "../../index";
import { shellWord } from "../../lib/diagnostic";
import { componentAt, type Loss, locationOf, lossesIn, type Plan } from "../../lib/run";
import type { Target } from "./target";

/** The types of resources that any module keeps data in: also those of components that the spec has no more. */
const stored = new Set([...toolbox.registry.values()].flatMap(({ stores = [] }) => stores));

/** What is wrong with a plan that would lose stored data; nothing where the environment or its user allows it. */
export function lossProblems(plan: Plan, target: Target, allowed: readonly string[] = []): Diagnostic[] {
  if (!target.environment.protected) return [];
  const losses = lossesIn(plan, stored).filter(({ address }) => !allowed.includes(address));
  return losses.map((loss) => problem(loss, target));
}

function problem(loss: Loss, { environment, applied }: Target): Diagnostic {
  const { address, what, because, attribute } = loss;
  const component = componentAt(address, applied.stack);
  const inputs = attribute === undefined ? [] : [attribute];
  return {
    message: `${component ? `${component.address}: ` : ""}${address} would be ${what} with the data in it: ${because}`,
    ...(component ? { location: locationOf(component, inputs, applied) } : {}),
    help: `${environment.name} is protected; to allow this once, add --allow-data-loss ${shellWord(address)}`,
  };
}
