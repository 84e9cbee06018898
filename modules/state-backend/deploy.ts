import { IamOpenidConnectProvider } from "@cdktf/provider-aws/lib/iam-openid-connect-provider";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import type { Construct } from "constructs";
import { type Expression, expr, presentIf, type Ref, reference, text } from "../../lib/expression";
import { eachResource, type Handles, optionalResource } from "../../lib/resource";
import type { Output } from "../../lib/schema";
import type { inputs } from "./inputs";
import { deployPolicy, deployTrust, type Store } from "./policies/deploy";

type Inputs = Ref<Output<typeof inputs>>;
type Forge = "github" | "gitlab";

/** The roles that pipelines take, each with the rights on its own states and what the caller adds. */
export function deployRoles(scope: Construct, input: Inputs, store: Store): Handles<IamRole> {
  const { deploy_roles, oidc, tags } = input;
  const providers = { github: provider(scope, "github", input), gitlab: provider(scope, "gitlab", input) };
  const roles = eachResource(scope, "deploy", IamRole, deploy_roles, (role) => ({
    name: role.name,
    assumeRolePolicy: deployTrust(role, oidc, providers),
    permissionsBoundary: role.permissions_boundary_arn,
    maxSessionDuration: role.max_session_duration,
    tags,
  }));
  eachResource(scope, "deploy", IamRolePolicy, deploy_roles, (role, environment) => ({
    name: "state",
    role: roles.at(environment, "name"),
    policy: deployPolicy(role, store),
  }));
  eachResource(scope, "deploy", IamRolePolicyAttachment, attachments(input), ({ environment, policy_arn }) => ({
    role: roles.at(environment, "name"),
    policyArn: policy_arn,
  }));
  return roles;
}

/** The provider of a forge's tokens: the one that is there, or one of our own where a role asks for it. */
function provider(scope: Construct, forge: Forge, { deploy_roles, oidc, tags }: Inputs): Expression<string> {
  const { host, audience, provider_arn } = oidc[forge];
  const isAsked = expr`anytrue([for role in ${deploy_roles} : try(role.${reference(forge)}, null) != null])`;
  const own = optionalResource(
    scope,
    forge,
    IamOpenidConnectProvider,
    presentIf(expr`${provider_arn} == null && ${isAsked}`),
    () => ({ url: text`https://${host}`, clientIdList: [audience], tags }),
  );
  return expr`${provider_arn} != null ? ${provider_arn} : ${own.attribute("arn")}`;
}

interface Attachment {
  readonly environment: string;
  readonly policy_arn: string;
}

const attachments = ({ deploy_roles }: Inputs) =>
  expr<
    Record<string, Attachment>
  >`merge([for environment, role in ${deploy_roles} : {for name, arn in role.managed_policy_arns : "\${environment}/\${name}" => {environment = environment, policy_arn = arn}}]...)`;
