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

/** Names: https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html */
export const policies = map(
  string({
    pattern: "^(arn:[a-z-]+:iam::(aws|[0-9]{12}):policy/[!-~]+|[A-Za-z0-9+=,.@_-]+(/[A-Za-z0-9+=,.@_-]+)*)$",
    message: "the name of a policy of AWS such as AmazonSSMReadOnlyAccess, or the ARN of any policy",
  }),
  { default: {}, description: "Managed policies of the role, by a key of the caller's: names of AWS's own, or ARNs." },
);

export const role = object(
  {
    permissions_boundary_arn: optional(
      string({ ...arnOf("iam", "a managed policy"), description: "Policy that bounds what the role may ever do." }),
    ),
  },
  { default: {}, description: "The function's role." },
);
