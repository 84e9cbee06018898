import type { Cloud } from "../cloud";
import { boolean, type Fields, list, map, object, oneOf, optional, type Schema, string } from "../schema";
import { backends, DEFAULT, type State, stateSchema } from "../state";
import { anyBootstrap } from "./bootstrap";
import { type PipelineWords, pipelinesSchema } from "./pipelines";

const name = {
  pattern: "^[a-z][a-z0-9]*(-[a-z0-9]+)*$",
  message: "lower-case letters, digits and -, starting with a letter",
} as const;

/** What the name of a project must be. */
export const projectName = { ...name, maxLength: 32 } as const;

const profile = optional(
  string({
    description: "Values to start from: dev, staging or prod. The environment's own name, if it is one of them.",
  }),
);

const noState = { ...stateSchema(backends.get(DEFAULT)), default: {} };

const isProtected = optional(
  boolean({
    description: "Whether groundplan refuses to apply what deletes or replaces stored data; it does if absent.",
  }),
);

const ephemeral = boolean({
  default: false,
  description: "Whether it lives for a short time, such as one per branch: under other names, and not protected.",
});

/**
 * The words of a spec around its services: what `groundplan.yaml` says of the project as a whole.
 * @param state the options of the state backend that it names
 * @param bootstrap those of how its store is made
 */
export const envelopeOf = (cloud: Cloud, state: Schema = noState, bootstrap = anyBootstrap(cloud)) =>
  object({
    version: oneOf(["1"], { description: "Version of the language of this file." }),
    name: string({ ...projectName, description: "Name of the project: the first part of every AWS name." }),
    ...projectSettings(cloud),
    layout: oneOf(["directories", "workspaces"], {
      default: "directories",
      description: "One folder per environment, or one root with a Terraform workspace per environment.",
    }),
    state,
    ...states(cloud),
    tags: cloud.tags,
    bootstrap,
    pipelines: optional(pipelinesSchema(cloud)),
    environments: map(object({ profile, protected: isProtected, ephemeral, tags: cloud.tags, ...cloud.settings }), {
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

const states = ({ publication }: Cloud): Fields => ({
  states: oneOf(["environment", "service"], {
    default: "environment",
    description: "What has a state of its own in every environment: all of it, or each service.",
  }),
  state_references: optional(
    oneOf(["remote_state", ...(publication ? [publication.word] : [])], {
      description: "How a service reads what is in the state of another; terraform_remote_state if absent.",
    }),
  ),
});

/** Settings that every environment needs can be set once for all. */
const projectSettings = ({ settings, required }: Cloud): Fields =>
  Object.fromEntries(required.flatMap((one) => (settings[one] ? [[one, settings[one]]] : [])));

export interface Envelope {
  readonly name: string;
  readonly layout: "directories" | "workspaces";
  readonly state: State;
  /** That of environments which have a store for themselves. */
  readonly ownStates: Readonly<Record<string, State>>;
  readonly states: "environment" | "service";
  readonly state_references?: string;
  /** How the store of its state is made; undefined where that is not for us. */
  readonly bootstrap?: Readonly<Record<string, unknown>>;
  readonly tags: Tags;
  readonly pipelines?: PipelineWords;
  readonly environments: Readonly<Record<string, EnvironmentWords>>;
}

/** Tags by key. */
export type Tags = Readonly<Record<string, string>>;

/** What is written of an environment: words of ours, and what it sets of the cloud. */
export interface EnvironmentWords {
  readonly profile?: string;
  readonly protected?: boolean;
  readonly ephemeral?: boolean;
  readonly tags: Tags;
  readonly [setting: string]: string | boolean | Tags | undefined;
}
