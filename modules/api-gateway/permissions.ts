import type { Apigatewayv2Api } from "@cdktf/provider-aws/lib/apigatewayv2-api";
import type { Apigatewayv2Authorizer } from "@cdktf/provider-aws/lib/apigatewayv2-authorizer";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { LambdaPermission } from "@cdktf/provider-aws/lib/lambda-permission";
import type { Construct } from "constructs";
import { expr, forList, presentIf, text } from "../../lib/expression";
import { eachResource, type Handle, type Handles, optionalResource } from "../../lib/resource";
import { isService } from "./integration";
import { policyOf, trust } from "./policy";
import type { Deciders, Functions, Inputs } from "./types";

const calls = { action: "lambda:InvokeFunction", principal: "apigateway.amazonaws.com" };

/** Lets an API, and no other, call the functions that it leads to and that decide for it. */
export function lambdaPermissions(
  scope: Construct,
  { targets, authorizers }: Inputs,
  api: Handle<Apigatewayv2Api>,
  made: Handles<Apigatewayv2Authorizer>,
): void {
  const functions = expr<Functions>`{for key, one in ${targets} : key => one.lambda if one.lambda != null}`;
  const deciders = expr<Deciders>`{for key, one in ${authorizers} : key => one.lambda if one.lambda != null}`;
  const arn = api.attribute("executionArn");
  eachResource(scope, "target", LambdaPermission, functions, ({ function_name }) => ({
    ...calls,
    functionName: function_name,
    sourceArn: text`${arn}/*`,
  }));
  eachResource(scope, "authorizer", LambdaPermission, deciders, ({ function_name }, key) => ({
    ...calls,
    functionName: function_name,
    sourceArn: text`${arn}/authorizers/${made.at(key, "id")}`,
  }));
}

/** The role by which API Gateway reaches services; there where a target is one. */
export function serviceRole(scope: Construct, input: Inputs): Handle<IamRole> {
  const isNeeded = presentIf(expr<boolean>`anytrue(${forList(input.targets, isService)})`);
  const role = optionalResource(scope, "targets", IamRole, isNeeded, () => ({
    name: text`${input.name}-api`,
    assumeRolePolicy: trust,
    tags: input.tags,
  }));
  optionalResource(scope, "targets", IamRolePolicy, isNeeded, () => ({
    name: "targets",
    role: role.attribute("name"),
    policy: policyOf(input),
  }));
  return role;
}
