import type { Module } from "../../lib/module";
import type { Input } from "../../lib/schema";
import type { inputs } from "./inputs";

type Call = Input<typeof inputs>;

export const minimal: Call = { name: "jobs" };

export const complete: Call = { tags: { Name: "jobs" }, kms_key_arn: "arn:aws:kms:us-east-1:123456789012:key/jobs" };

export const parameter: Call = { ssm_parameter: "/shop/jobs" };

export const rejected: Readonly<Record<string, Call>> = {
  "nothing to find it by": {},
  "two ways to find it": { ...minimal, ...complete },
};

export const finds: Module["finds"] = {
  aws_ssm_parameter: { insecure_value: "jobs" },
  aws_resourcegroupstaggingapi_resources: {
    resource_tag_mapping_list: [{ resource_arn: "arn:aws:sqs:us-east-1:123456789012:jobs" }],
  },
  aws_sqs_queue: { arn: "arn:aws:sqs:us-east-1:123456789012:jobs" },
};
