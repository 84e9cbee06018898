import type { Module } from "../../lib/module";
import type { Input } from "../../lib/schema";
import type { inputs } from "./inputs";

type Call = Input<typeof inputs>;

export const minimal: Call = { name: "shop/payment" };

export const complete: Call = { tags: { Name: "payment" } };

export const parameter: Call = { ssm_parameter: "/shop/payment-secret" };

export const rejected: Readonly<Record<string, Call>> = {
  "nothing to find it by": {},
  "two ways to find it": { ...minimal, ...complete },
};

const arn = "arn:aws:secretsmanager:us-east-1:123456789012:secret:shop/payment-a1b2c3";

export const finds: Module["finds"] = {
  aws_ssm_parameter: { insecure_value: "shop/payment" },
  aws_resourcegroupstaggingapi_resources: { resource_tag_mapping_list: [{ resource_arn: arn }] },
  aws_secretsmanager_secret: { arn, name: "shop/payment", kms_key_id: "" },
};
