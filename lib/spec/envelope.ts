import type { Cloud } from "../cloud";
import {
  absent,
  type Fields,
  forbiddenWhen,
  is,
  list,
  map,
  type Output,
  object,
  oneOf,
  optional,
  requiredWhen,
  string,
} from "../schema";

const region = { pattern: "^[a-z]{2}(-[a-z]+)+-[0-9]{1,2}$", message: "an AWS region such as us-east-1" } as const;
const name = {
  pattern: "^[a-z][a-z0-9]*(-[a-z0-9]+)*$",
  message: "lower-case letters, digits and -, starting with a letter",
} as const;

/** What the name of a project must be. */
export const projectName = { ...name, maxLength: 32 } as const;

const state = object(
  {
    backend: oneOf(["local", "s3"], { default: "local", description: "Where Terraform keeps its state." }),
    bucket: optional(
      string({
        pattern: "^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$",
        message: "an S3 bucket name of 3 to 63 characters",
        description: "S3 bucket of the state, shared by all environments.",
      }),
    ),
    region: optional(string({ ...region, description: "Region of the bucket; the project's if absent." })),
    kms_key_id: optional(
      string({ minLength: 1, description: "KMS key that encrypts the state; the bucket's own default if absent." }),
    ),
  },
  {
    default: {},
    rules: [
      requiredWhen("bucket", is("backend", "s3")),
      forbiddenWhen("bucket", is("backend", "local")),
      forbiddenWhen("region", absent("bucket")),
      forbiddenWhen("kms_key_id", absent("bucket")),
    ],
    description: "The shared state backend.",
  },
);

const profile = optional(
  string({
    description: "Values to start from: dev, staging or prod. The environment's own name, if it is one of them.",
  }),
);

/** The words of a spec around its services: what `groundplan.yaml` says of the project as a whole. */
export const envelopeOf = (cloud: Cloud) =>
  object({
    version: oneOf(["1"], { description: "Version of the language of this file." }),
    name: string({ ...projectName, description: "Name of the project: the first part of every AWS name." }),
    ...projectSettings(cloud),
    layout: oneOf(["directories", "workspaces"], {
      default: "directories",
      description: "One folder per environment, or one root with a Terraform workspace per environment.",
    }),
    state,
    environments: map(object({ profile, ...cloud.settings }), {
      keys: name.pattern,
      keysMessage: name.message,
      minProperties: 1,
      maxProperties: 64,
      description: "The environments, by name.",
    }),
    include: list(string({ minLength: 1 }), {
      default: [],
      description: "Files with more services: paths or globs below the folder of this file.",
    }),
  });

/** Settings that every environment needs can be set once for all. */
const projectSettings = ({ settings, required }: Cloud): Fields =>
  Object.fromEntries(required.flatMap((one) => (settings[one] ? [[one, settings[one]]] : [])));

export interface Envelope {
  readonly name: string;
  readonly layout: "directories" | "workspaces";
  readonly state: Output<typeof state>;
  readonly environments: Readonly<Record<string, { readonly profile?: string } & Readonly<Record<string, string>>>>;
}
