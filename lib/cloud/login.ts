import type { Schema } from "../schema";

/** A role that a job of a pipeline takes by the token that its runner vouches for it with. */
export interface Grant {
  readonly role: string;
  /** Audience of the token. */
  readonly audience: string;
  /** Region of the environment, where its cloud has regions. */
  readonly region: string | undefined;
  /** What the cloud logs the job as. */
  readonly session: string;
}

type Json = Readonly<Record<string, unknown>>;

/** How a job of a pipeline takes a role. */
export interface Login {
  /** How a spec names a role. */
  readonly role: Schema;
  /** The audience of tokens, where nothing else is said. */
  readonly audience: { readonly github: string; readonly gitlab: string };
  /** The step of a job of GitHub. */
  readonly github: (grant: Grant) => Json;
  /** The variable of a job of GitLab that holds its token, and what the job does with it: lines for `sh`. */
  readonly gitlab: (grant: Grant) => { readonly token: string; readonly script: readonly string[] };
}
