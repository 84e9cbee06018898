import type { Module } from "../../lib/module";
import type { Input } from "../../lib/schema";
import type { inputs } from "./inputs";

type Call = Input<typeof inputs>;

export const minimal: Call = { name: "company-reports" };

export const complete: Call = {
  tags: { Name: "company-reports" },
  kms_key_arn: "arn:aws:kms:us-east-1:123456789012:key/reports",
};

export const parameter: Call = { ssm_parameter: "/shop/company-reports" };

export const rejected: Readonly<Record<string, Call>> = {
  "nothing to find it by": {},
  "two ways to find it": { ...minimal, ...complete },
};

export const finds: Module["finds"] = {
  aws_ssm_parameter: { insecure_value: "company-reports" },
  aws_resourcegroupstaggingapi_resources: {
    resource_tag_mapping_list: [{ resource_arn: "arn:aws:s3:::company-reports" }],
  },
};
