import type { Profile } from "../lib/spec";

/** Staging: as production, kept for a shorter time. */
export const staging: Profile = {
  lambda: { logging: { retention_in_days: 30 } },
};
