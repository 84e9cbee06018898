import type { Profile } from "../lib/spec";

/** Production: what modules do by themselves is made for it. */
export const prod: Profile = {};
