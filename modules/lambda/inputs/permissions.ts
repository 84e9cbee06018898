import { arnOf } from "../../../clouds/aws-inputs";
import { list, map, object, optional, string } from "../../../lib/schema";

/** An IAM statement that allows; `Effect` is always `Allow`. */
export const statement = object({
  actions: list(string({ minLength: 3 }), { minItems: 1, description: "IAM actions that are allowed." }),
  resources: list(string({ minLength: 1 }), { minItems: 1, description: "ARNs that they are allowed on." }),
  conditions: optional(
    map(map(list(string()), { description: "Values by condition key." }), { description: "Conditions by operator." }),
  ),
});

export const role = object(
  {
    managed_policy_arns: map(string({ ...arnOf("iam", "a managed policy") }), {
      default: {},
      description: "Managed policies of the role, by a name of the caller's.",
    }),
    permissions_boundary_arn: optional(
      string({ ...arnOf("iam", "a managed policy"), description: "Policy that bounds what the role may ever do." }),
    ),
  },
  { default: {}, description: "The function's role." },
);
