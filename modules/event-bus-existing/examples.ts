import type { Module } from "../../lib/module";
import type { Input } from "../../lib/schema";
import type { inputs } from "./inputs";

type Call = Input<typeof inputs>;

export const minimal: Call = { name: "company-events" };

export const complete: Call = { tags: { Name: "company-events" } };

export const elsewhere: Call = { arn: "arn:aws:events:us-east-1:123456789012:event-bus/company-events" };

export const parameter: Call = { ssm_parameter: "/shop/company-events" };

export const rejected: Readonly<Record<string, Call>> = {
  "nothing to find it by": {},
  "two ways to find it": { ...minimal, ...complete },
};

export const finds: Module["finds"] = {
  aws_ssm_parameter: { insecure_value: "company-events" },
  aws_resourcegroupstaggingapi_resources: {
    resource_tag_mapping_list: [{ resource_arn: "arn:aws:events:us-east-1:123456789012:event-bus/company-events" }],
  },
};
