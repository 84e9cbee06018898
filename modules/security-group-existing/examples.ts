import type { Module } from "../../lib/module";
import type { Input } from "../../lib/schema";
import type { inputs } from "./inputs";

type Call = Input<typeof inputs>;

export const minimal: Call = { id: "sg-0123456789abcdef0" };

export const complete = {
  tags: { Name: "database" },
  ports: { replicas: { port: 5433, to_port: 5440 }, postgres: { port: 5432 } },
} as const satisfies Call;

export const parameter: Call = { ssm_parameter: "/shop/database-security-group", ports: { postgres: { port: 5432 } } };

export const rejected: Readonly<Record<string, Call>> = {
  "nothing to find it by": { ports: complete.ports },
  "two ways to find it": { ...minimal, ...complete },
  "ports that begin after their end": { ...complete, ports: { replicas: { port: 5433, to_port: 1 } } },
};

export const finds: Module["finds"] = {
  aws_ssm_parameter: { insecure_value: "sg-0123456789abcdef0" },
  aws_security_group: { id: "sg-0123456789abcdef0" },
};
