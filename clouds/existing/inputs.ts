import { map, optional, string } from "../../lib/schema";
import type { StringOptions } from "../../lib/schema/builder";
import { kmsKey } from "../aws-inputs";

/** Names of parameters: https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html */
const parameterName = {
  pattern: "^[A-Za-z0-9_.:/-]+$",
  message: "letters, digits, _ . - / and :",
  minLength: 1,
  maxLength: 1011,
} as const;

/** An SSM parameter that holds what names something. */
export const ssmParameter = (held: string) =>
  optional(string({ ...parameterName, description: `SSM parameter of type String that holds ${held}.` }));

/** Tags that only one of its kind has: https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html */
export const tags = (kind: string) =>
  optional(
    map(string({ maxLength: 256 }), {
      minProperties: 1,
      maxProperties: 50,
      keys: "^[^\\n]{1,128}$",
      keysMessage: "1 to 128 characters on one line",
      description: `Tags that this ${kind} has, and no other in account and region.`,
    }),
  );

/** The ways to find what has a name: by it, by tags, or by an SSM parameter. */
export const byName = (kind: string, name: StringOptions = {}) => ({
  name: optional(string({ minLength: 1, ...name, description: `Name of the ${kind}.` })),
  tags: tags(kind),
  ssm_parameter: ssmParameter(`the name or the ARN of the ${kind}`),
});

/** The KMS key of what is there, of which no data source tells. */
export const kmsKeyArn = (kind: string) =>
  optional(string({ ...kmsKey, description: `KMS key of the caller that encrypts the ${kind}, if one does.` }));
