import type { Module } from "../../lib/module";
import type { Input } from "../../lib/schema";
import type { inputs } from "./inputs";

type Call = Input<typeof inputs>;

export const minimal: Call = { alias: "alias/orders" };

export const complete: Call = { tags: { Name: "orders" } };

export const key: Call = { id: "1234abcd-12ab-34cd-86ef-1234567890ab" };

export const parameter: Call = { ssm_parameter: "/shop/orders" };

export const rejected: Readonly<Record<string, Call>> = {
  "nothing to find it by": {},
  "two ways to find it": { ...minimal, ...complete },
};

export const finds: Module["finds"] = {
  aws_ssm_parameter: { insecure_value: "alias/orders" },
  aws_resourcegroupstaggingapi_resources: {
    resource_tag_mapping_list: [
      { resource_arn: "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-86ef-1234567890ab" },
    ],
  },
};
