import { isDeepStrictEqual } from "node:util";
import type { Attributes, Change, Plan, ResourceChange } from "./plan";

/** How an environment differs from its spec. */
export interface Drift {
  /** Changed outside of Terraform, and a plan would change it back. */
  readonly drifted: readonly { readonly address: string; readonly attributes: readonly string[] }[];
  /** In the spec and not applied. */
  readonly pending: readonly { readonly address: string; readonly actions: readonly string[] }[];
}

/**
 * Tells what was changed outside of Terraform from what was never applied. What nothing would change back is no drift:
 * values that AWS fills in, capacity that scales by itself.
 */
export function driftIn({ resource_changes = [], resource_drift = [], output_changes = {} }: Plan): Drift {
  const drifts = new Map(resource_drift.map((one) => [one.address, one.change]));
  const planned = resource_changes.filter(isPlanned);
  const drifted = planned.flatMap(({ address, change }) => {
    const attributes = driftedAttributes(drifts.get(address), change);
    return attributes ? [{ address, attributes }] : [];
  });
  const pending = planned.filter(
    ({ address, change }) => !isReverted(drifts.get(address), change) && !isConsequence(change),
  );
  const outputs = Object.entries(output_changes).filter(([, change]) => isKnown(change) && isChange(change));
  return {
    drifted,
    pending: [
      ...pending.map(({ address, previous_address, change: { actions } }) => ({
        address,
        actions: previous_address === undefined ? actions : ["move", ...actions.filter((one) => one !== "no-op")],
      })),
      ...outputs.map(([name, { actions }]) => ({ address: `output.${name}`, actions })),
    ],
  };
}

const isChange = ({ actions }: Change) => actions.some((action) => action !== "no-op" && action !== "read");

const isPlanned = ({ change, previous_address }: ResourceChange) => isChange(change) || previous_address !== undefined;

const isKnown = ({ after_unknown: unknown }: Change) => unknown === undefined || unknown === false || isEmpty(unknown);

const isEmpty = (value: unknown) => typeof value === "object" && value !== null && Object.keys(value).length === 0;

/** The attributes that were changed outside and would be changed back; none where the resource is gone. */
function driftedAttributes(drift: Change | undefined, planned: Change): string[] | undefined {
  if (!drift) return undefined;
  if (drift.actions.includes("delete")) return [];
  const changed = differing(drift.before, drift.after);
  const both = plannedAttributes(planned).filter((name) => changed.includes(name));
  return both.length > 0 ? both : undefined;
}

/** Whether a planned change only brings back what there was before the drift. */
function isReverted(drift: Change | undefined, planned: Change): boolean {
  if (!drift || planned.actions.join() === "delete") return false;
  const [before, after] = [attributes(drift.before), attributes(planned.after)];
  return plannedAttributes(planned).every((name) => isSame(before[name], after[name]));
}

/** Whether a change follows from another one alone: nothing that is known changes. */
const isConsequence = (change: Change) => change.actions.join() === "update" && plannedAttributes(change).length === 0;

/** The attributes that a plan changes to what is known; of others, such as the time of a change, nothing can be said. */
function plannedAttributes({ before, after, after_unknown }: Change): string[] {
  const unknown = attributes(after_unknown);
  return differing(before, after).filter((name) => !unknown[name] || isEmpty(unknown[name]));
}

function differing(before: unknown, after: unknown): string[] {
  const [old, next] = [attributes(before), attributes(after)];
  const names = [...new Set([...Object.keys(old), ...Object.keys(next)])];
  return names.filter((name) => !isSame(old[name], next[name]));
}

const attributes = (value: unknown): Attributes => (value ?? {}) as Attributes;

/** What is not set is null to Terraform, empty to AWS, or not there at all. */
const isSame = (a: unknown, b: unknown) =>
  isDeepStrictEqual(isEmpty(a) ? null : (a ?? null), isEmpty(b) ? null : (b ?? null));
