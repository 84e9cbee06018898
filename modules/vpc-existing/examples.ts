import type { Module } from "../../lib/module";
import type { Input } from "../../lib/schema";
import type { inputs } from "./inputs";

type Call = Input<typeof inputs>;

export const minimal: Call = { id: "vpc-0123456789abcdef0" };

export const complete: Call = {
  tags: { Name: "main" },
  private_subnets: { tags: { Tier: "private" } },
  public_subnets: { ids: ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"] },
};

export const parameter: Call = {
  ssm_parameter: "/company/network/vpc-id",
  private_subnets: { ids: ["subnet-0123456789abcdef2"] },
  public_subnets: { tags: { Tier: "public" } },
};

export const rejected: Readonly<Record<string, Call>> = {
  "nothing to find it by": { private_subnets: { tags: { Tier: "private" } } },
  "two ways to find it": { ...minimal, tags: { Name: "main" } },
  "private subnets that nothing finds": { ...minimal, private_subnets: {} },
  "public subnets that nothing finds": { ...minimal, public_subnets: {} },
};

export const finds: Module["finds"] = {
  aws_ssm_parameter: { insecure_value: "vpc-0123456789abcdef0" },
  aws_subnets: { ids: ["subnet-0123456789abcdef0"] },
};
