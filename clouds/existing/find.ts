import { DataAwsResourcegroupstaggingapiResources } from "@cdktf/provider-aws/lib/data-aws-resourcegroupstaggingapi-resources";
import { DataAwsSsmParameter } from "@cdktf/provider-aws/lib/data-aws-ssm-parameter";
import type { Construct } from "constructs";
import { type Expression, each, expr, hcl, presentIf, type Ref, reference, text } from "../../lib/expression";
import { optionalDataSource } from "../../lib/resource";

type Tags = Readonly<Record<string, string>>;

/** The text that an SSM parameter holds, or null where none is named. Not marked as secret: it names something. */
export const parameterValue = (scope: Construct, name: Expression<string | undefined>): Ref<string | undefined> =>
  optionalDataSource(scope, "parameter", DataAwsSsmParameter, name, (name) => ({
    name,
    lifecycle: {
      postcondition: [
        {
          condition: '${coalesce(self.insecure_value, "-") != "-"}',
          errorMessage: "The SSM parameter ${self.name} is no plain text: what names something is of type String.",
        },
      ],
    },
  })).attribute("insecureValue") as Ref<string | undefined>;

/**
 * The ARN of the one resource with these tags, or null where none are given.
 * @param type as the API of Resource Groups knows it: https://docs.aws.amazon.com/resourcegroupstagging/latest/APIReference/API_GetResources.html
 */
function taggedArn(scope: Construct, tags: Expression<Tags | undefined>, type: string): Ref<string | undefined> {
  const found = optionalDataSource(scope, "tagged", DataAwsResourcegroupstaggingapiResources, tags, (tags) => ({
    resourceTypeFilters: [type],
    tagFilter: each(tags, (value, key) => ({ key, values: [value] })),
    lifecycle: {
      postcondition: [
        {
          condition: "${length(self.resource_tag_mapping_list) == 1}",
          errorMessage: `\${length(self.resource_tag_mapping_list)} resources of type ${type} have these tags, where one is looked for.`,
        },
      ],
    },
  }));
  return expr<string | undefined>`one(${found.inEach("resourceTagMappingList", "resourceArn")})`;
}

/** Ways to find what is not named itself. */
export interface Findable {
  readonly tags?: Tags;
  readonly ssm_parameter?: string;
}

/** What a resource is known by, its name or its ARN: as it is given, or as an SSM parameter or its tags tell. */
export function identityOf(
  scope: Construct,
  given: readonly Expression<string | undefined>[],
  { tags, ssm_parameter }: Ref<Findable>,
  type: string,
): Ref<string> {
  const ways = [...given, parameterValue(scope, ssm_parameter), taggedArn(scope, tags, type)];
  return expr`coalesce(${reference(ways.map(hcl).join(", "))})`;
}

/**
 * The name in what is a name or an ARN.
 * @param before what stands before the name in an ARN: `table/`
 */
export const nameIn = (identity: Expression<string>, before = ""): Ref<string> =>
  expr`replace(${identity}, ${`/^arn:[^:]+:[^:]+:[^:]*:[^:]*:${before}/`}, "")`;

/** What is found by name must be what its ARN says, of which account and region are part. */
export const isMeant = (identity: Expression<string>) => ({
  postcondition: [
    {
      condition: expr<boolean>`!startswith(${identity}, "arn:") || self.arn == ${identity}`,
      errorMessage: text`What ${identity} names is in another account or region: here is \${self.arn}.`,
    },
  ],
});

/** Where it is a name, it must be looked up; an ARN says all, also of what is in another account. */
export const isName = (identity: Expression<string>) => presentIf(expr<boolean>`!startswith(${identity}, "arn:")`);

/** An ARN as it was given, else the one that was found by name. */
export const arnOr = (identity: Expression<string>, found: Expression<string>): Ref<string> =>
  expr`startswith(${identity}, "arn:") ? ${identity} : ${found}`;
