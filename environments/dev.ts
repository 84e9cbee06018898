import type { Profile } from "../lib/spec";

/** Development: cheap, quick to change and to throw away. */
export const dev: Profile = {
  "api-gateway": { stage: { access_logs: { retention_in_days: 7 } } },
  dynamodb: { protection: { deletion_protection_enabled: false } },
  lambda: { logging: { retention_in_days: 7 } },
};
