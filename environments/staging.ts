import type { Profile } from "../lib/spec";

/** Staging: as production, kept for a shorter time. */
export const staging: Profile = {
  "api-gateway": { stage: { access_logs: { retention_in_days: 30 } } },
  lambda: { logging: { retention_in_days: 30 } },
};
