import type { Plan, ResourceChange } from "./plan";

/** Stored data that a plan would destroy. */
export interface Loss {
  readonly address: string;
  readonly what: "deleted" | "replaced";
  /** Why, as the end of a sentence. */
  readonly because: string;
  /** The attribute that leads to a replacement, if one does. */
  readonly attribute?: string;
}

/**
 * What a plan deletes or replaces of stored data, in the order of the plan.
 * @param stored the Terraform types of resources that store data
 */
export const lossesIn = ({ resource_changes = [] }: Plan, stored: ReadonlySet<string>): readonly Loss[] =>
  resource_changes.filter(({ type, change }) => stored.has(type) && change.actions.includes("delete")).map(loss);

function loss({ address, deposed, action_reason = "", change }: ResourceChange): Loss {
  const isReplaced = change.actions.includes("create");
  const paths = [...new Set((change.replace_paths ?? []).map((path) => path.join(".")))];
  const because = paths.length > 0 ? `${paths.join(", ")} cannot be changed in place` : reasons[action_reason];
  const attribute = change.replace_paths?.[0]?.[0];
  return {
    address,
    what: isReplaced ? "replaced" : "deleted",
    because: because ?? (deposed === undefined ? "this is a plan to destroy" : "it was left over by a replacement"),
    ...(typeof attribute === "string" ? { attribute } : {}),
  };
}

/** https://developer.hashicorp.com/terraform/internals/json-format#plan-representation */
const reasons: Readonly<Record<string, string>> = {
  replace_because_tainted: "it is marked as tainted",
  replace_by_request: "-replace asks for it",
  replace_by_triggers: "what replace_triggered_by names changes",
  delete_because_no_resource_config: "nothing declares it any more",
  delete_because_no_module: "no component has it any more",
  delete_because_wrong_repetition: "its module is not counted any more",
  delete_because_count_index: "this environment does not have its component any more",
  delete_because_each_key: "its key is gone",
  delete_because_no_move_target: "it was moved to what nothing declares",
};
