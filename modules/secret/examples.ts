import type { Input } from "../../lib/schema";
import type { inputs } from "./inputs";

type Call = Input<typeof inputs>;

export const minimal: Call = { name: "shop/payment" };

export const complete: Call = {
  name: "shop/prod/payment",
  description: "The key of the payment service.",
  value: "in place of a value that is given when it is run",
  value_version: 2,
  kms_key_arn: "arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555",
  recovery_window_in_days: 7,
  tags: { Service: "shop" },
};

export const rejected: Readonly<Record<string, Call>> = {
  "a value without a version": { ...minimal, value: "in place of a value" },
};
