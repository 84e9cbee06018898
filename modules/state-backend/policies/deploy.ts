import { type Expression, expr, forList, forOne, type Items, type Part, type Ref, text } from "../../../lib/expression";
import type { Output } from "../../../lib/schema";
import type { inputs } from "../inputs";
import { allow, document, type Text } from "./document";

type Inputs = Output<typeof inputs>;
type Roles = Items<Inputs["deploy_roles"]>;
export type DeployRole = Ref<Roles>;

/** The pipeline that may take a role: the very job, with the audience that is asked for. */
export const deployTrust = (
  role: DeployRole,
  oidc: Ref<Inputs["oidc"]>,
  providers: { github: Text; gitlab: Text },
): Ref<string> =>
  document(
    expr`concat(${forOne(role.github, (job) => trusted(providers.github, oidc.github, githubSubject(job)))}, ${forOne(role.gitlab, (job) => trusted(providers.gitlab, oidc.gitlab, gitlabSubject(job)))})`,
  );

const trusted = (provider: Text, { host, audience }: Ref<{ host: string; audience: string }>, subject: Text): Part => ({
  Effect: "Allow",
  Action: "sts:AssumeRoleWithWebIdentity",
  Principal: { Federated: provider },
  Condition: { StringEquals: expr`{(${text`${host}:aud`}) = ${audience}, (${text`${host}:sub`}) = ${subject}}` },
});

/** Subjects of GitHub: https://docs.github.com/actions/reference/openid-connect-reference#example-subject-claims */
const githubSubject = ({ repository, environment, branch }: Ref<NonNullable<Roles["github"]>>): Text =>
  expr`${environment} != null ? ${text`repo:${repository}:environment:${environment}`} : ${text`repo:${repository}:ref:refs/heads/${branch}`}`;

/** Subjects of GitLab: https://docs.gitlab.com/ci/secrets/id_token_authentication/#token-payload */
const gitlabSubject = ({ project, ref, ref_type }: Ref<NonNullable<Roles["gitlab"]>>): Text =>
  text`project_path:${project}:ref_type:${ref_type}:ref:${ref}`;

/** Where states are, and what protects them. */
export interface Store {
  readonly bucketArn: Text;
  readonly bucket: Text;
  readonly keyArn: Expression<string | undefined>;
  readonly tableArn: Expression<string | undefined>;
}

/**
 * What a deploy role may do with states: read and write its own, and lock them.
 * https://developer.hashicorp.com/terraform/language/backend/s3#permissions-required
 */
export const deployPolicy = (role: DeployRole, { bucketArn, bucket, keyArn, tableArn }: Store): Ref<string> =>
  document(
    expr`concat(${[
      {
        ...allow("s3:ListBucket", bucketArn),
        Condition: { StringEquals: { "s3:prefix": expr`concat(${role.state_keys}, ${role.list_prefixes})` } },
      },
      allow(["s3:GetObject", "s3:PutObject"], states(role, bucketArn, "")),
      allow(["s3:DeleteObject", "s3:GetObject", "s3:PutObject"], states(role, bucketArn, ".tflock")),
    ]}, ${forOne(keyArn, (arn) => allow(["kms:Decrypt", "kms:GenerateDataKey"], arn))}, ${forOne(tableArn, (arn) => locks(role, bucket, arn))}, length(${role.assume_role_arns}) == 0 ? [] : ${[allow("sts:AssumeRole", role.assume_role_arns)]})`,
  );

const states = ({ state_keys }: DeployRole, bucketArn: Text, suffix: string) =>
  forList(state_keys, (key) => text`${bucketArn}/${key}${suffix}`);

/** Items of a table of locks: https://developer.hashicorp.com/terraform/language/backend/s3#dynamodb-table-permissions */
const locks = ({ state_keys }: DeployRole, bucket: Text, table: Text) => ({
  ...allow(["dynamodb:DeleteItem", "dynamodb:DescribeTable", "dynamodb:GetItem", "dynamodb:PutItem"], table),
  Condition: {
    "ForAllValues:StringEquals": {
      "dynamodb:LeadingKeys": expr`flatten(${forList(state_keys, (key) => [text`${bucket}/${key}`, text`${bucket}/${key}-md5`])})`,
    },
  },
});
