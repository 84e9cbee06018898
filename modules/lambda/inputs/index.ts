import { arnOf, kmsKey } from "../../../clouds/aws-inputs";
import { networkRules } from "../../../clouds/network/inputs";
import type { Ref } from "../../../lib/expression";
import {
  absent,
  filled,
  forbiddenWhen,
  integer,
  keysNotTaken,
  list,
  map,
  type ObjectOutput,
  object,
  oneOf,
  optional,
  present,
  requiredWhen,
  string,
} from "../../../lib/schema";
import { endedRuntimes, runtimes } from "../runtimes";
import { asynchronous } from "./asynchronous";
import { code } from "./code";
import { eventSource } from "./event-source";
import { functionUrl } from "./function-url";
import { limits } from "./limits";
import { logging } from "./logging";
import { policies, role, statement } from "./permissions";
import { reservedVariables } from "./reserved-variables";
import { runOnce } from "./run-once";
import { vpc } from "./vpc";

/** Limits of functions: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
export const fields = {
  function_name: string({
    pattern: "^[A-Za-z0-9_-]+$",
    message: "letters, digits, _ -",
    minLength: 1,
    maxLength: 64,
    description: "Name of the function and of its role, unique in the account.",
  }),
  description: optional(string({ minLength: 1, maxLength: 256, description: "What the function does." })),
  code,
  handler: optional(
    string({
      pattern: "^[!-~]+$",
      message: "printable characters without spaces",
      maxLength: 128,
      description: "Method that is called, such as index.handler; for zip packages.",
    }),
  ),
  runtime: optional(oneOf(runtimes, { ended: endedRuntimes, description: "Language runtime; for zip packages." })),
  architectures: list(oneOf(["arm64", "x86_64"]), {
    default: ["arm64"],
    minItems: 1,
    maxItems: 1,
    description: "Processor that the function runs on.",
  }),
  memory_size: integer({
    default: 128,
    minimum: 128,
    maximum: 10240,
    description: "Memory in MB; CPU grows with it.",
  }),
  timeout: integer({ default: 3, minimum: 1, maximum: 900, description: "Longest run in seconds." }),
  environment_variables: map(string(), {
    default: {},
    keys: "^[A-Za-z][A-Za-z0-9_]+$",
    keysMessage: "two or more letters, digits or _, the first a letter",
    description: "Environment variables, by name.",
  }),
  policy_statements: map(statement, {
    default: {},
    description: "What the function may do, by a name of the caller's.",
  }),
  policies,
  role,
  vpc: optional(vpc),
  network_rules: networkRules,
  logging,
  event_sources: map(eventSource, {
    default: {},
    keys: "^[A-Za-z0-9_.-]+$",
    keysMessage: "letters, digits, _ . -",
    description: "Streams that call the function, by a name of the caller's.",
  }),
  function_url: optional(functionUrl),
  tracing_mode: oneOf(["PassThrough", "Active"], {
    default: "PassThrough",
    description: "Whether X-Ray traces calls that nobody upstream traces.",
  }),
  limits,
  asynchronous: optional(asynchronous),
  layers: list(string(arnOf("lambda", "a version of a layer")), {
    default: [],
    maxItems: 5,
    description: "Layers, by ARN.",
  }),
  kms_key_arn: optional(
    string({ ...kmsKey, description: "KMS key that encrypts the environment variables; Lambda's own if absent." }),
  ),
  tags: map(string(), { default: {}, description: "Tags of the function, its role and its log group." }),
} as const;

export const rules = [
  keysNotTaken("environment_variables", reservedVariables, "Lambda"),
  requiredWhen("handler", absent("code.image_uri")),
  requiredWhen("runtime", absent("code.image_uri")),
  requiredWhen("vpc", filled("network_rules")),
  requiredWhen("vpc.security_group", filled("network_rules")),
  forbiddenWhen("handler", present("code.image_uri")),
  forbiddenWhen("runtime", present("code.image_uri")),
];

/** What every module with a Lambda function takes. */
export type FunctionInputs = Ref<ObjectOutput<typeof fields>>;

export const inputs = object({ ...fields, run_once: optional(runOnce) }, { rules });
