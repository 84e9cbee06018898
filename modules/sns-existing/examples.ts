import type { Module } from "../../lib/module";
import type { Input } from "../../lib/schema";
import type { inputs } from "./inputs";

type Call = Input<typeof inputs>;

export const minimal: Call = { name: "alerts" };

export const complete: Call = { tags: { Name: "alerts" } };

export const elsewhere: Call = {
  arn: "arn:aws:sns:us-east-1:123456789012:alerts",
  kms_key_arn: "arn:aws:kms:us-east-1:123456789012:key/alerts",
};

export const parameter: Call = { ssm_parameter: "/shop/alerts" };

export const rejected: Readonly<Record<string, Call>> = {
  "nothing to find it by": {},
  "two ways to find it": { ...minimal, ...complete },
};

export const finds: Module["finds"] = {
  aws_ssm_parameter: { insecure_value: "alerts" },
  aws_resourcegroupstaggingapi_resources: {
    resource_tag_mapping_list: [{ resource_arn: "arn:aws:sns:us-east-1:123456789012:alerts" }],
  },
};
