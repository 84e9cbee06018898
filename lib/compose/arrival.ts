import type { Part } from "../expression";

/** Arguments by name. */
export type Entries = Readonly<Record<string, Part>>;

/** What arrives in one input of a consumer: entries that are always there, and maps that may be empty. */
export interface Arrival {
  readonly always: Entries;
  readonly sometimes: readonly Part[];
}
