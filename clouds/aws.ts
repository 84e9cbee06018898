import type { Cloud, Expressions } from "../lib/cloud";
import { expr, hcl, isRef, reference } from "../lib/expression";
import { optional, string } from "../lib/schema";
import { login } from "./aws-login";
import { parameterName, parameterValue } from "./aws-parameters";
import { placeholder } from "./aws-placeholders";
import { account, pinned, provider, region, role, source } from "./aws-provider";
import { tags } from "./aws-tags";
import { bootstraps } from "./bootstrap";

const settings = {
  region: optional(string({ ...region, description: "AWS region; the project's if absent." })),
  account: optional(
    string({ ...account, description: "The only AWS account that the environment may be applied to." }),
  ),
  assume_role: optional(string({ ...role, description: "Role that Terraform assumes in the environment's account." })),
};

/** Amazon Web Services. Modules are applied with provider 5.100.0 and type-checked against 6.25. */
export const aws: Cloud = {
  name: "aws",
  source,
  minimum: ">= 5.100.0",
  pinned,
  settings,
  tags,
  required: ["region"],
  builtins: {
    region: { value: "var.region" },
    account: {
      data: { aws_caller_identity: { current: {} } },
      value: "data.aws_caller_identity.current.account_id",
    },
  },
  provider,
  variableProvider: ({ region, account, assume_role }, tags) => ({
    region,
    ...(account === undefined ? {} : { allowed_account_ids: accounts(account) }),
    ...(assume_role === undefined ? {} : roleBlock(assume_role)),
    default_tags: [{ tags }],
  }),
  publication: {
    word: "ssm_parameter",
    name: string({ ...parameterName, description: "SSM parameter that holds it, for other projects to read." }),
    value: string(parameterValue),
    module: "ssm-parameters",
    resource: "aws_ssm_parameter.this",
    lookup: { type: "aws_ssm_parameter", argument: "name", attribute: "insecure_value" },
  },
  placeholder,
  bootstraps,
  login,
};

type Setting = Expressions[string];

const accounts = (account: Setting) => (isRef(account) ? expr`${account} == null ? null : [${account}]` : [account]);

const roleBlock = (role: Setting) =>
  isRef(role)
    ? {
        dynamic: {
          assume_role: { for_each: reference(`${hcl(role)}[*]`), content: { role_arn: "${assume_role.value}" } },
        },
      }
    : { assume_role: [{ role_arn: role }] };
