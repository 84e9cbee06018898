import type { Module } from "../../lib/module";
import type { Input } from "../../lib/schema";
import type { inputs } from "./inputs";

type Call = Input<typeof inputs>;

export const minimal: Call = { name: "orders" };

export const complete: Call = { tags: { Name: "orders" } };

export const parameter: Call = { ssm_parameter: "/shop/orders" };

export const rejected: Readonly<Record<string, Call>> = {
  "nothing to find it by": {},
  "two ways to find it": { ...minimal, ...complete },
};

export const finds: Module["finds"] = {
  aws_ssm_parameter: { insecure_value: "orders" },
  aws_resourcegroupstaggingapi_resources: {
    resource_tag_mapping_list: [{ resource_arn: "arn:aws:lambda:us-east-1:123456789012:function:orders" }],
  },
  aws_lambda_function: { arn: "arn:aws:lambda:us-east-1:123456789012:function:orders" },
};
