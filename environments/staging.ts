import type { Profile } from "../lib/spec";

const functions = { logging: { retention_in_days: 30 } };

/** Staging: as production, kept for a shorter time; alarms bear with the tests that run there. */
export const staging: Profile = {
  "api-gateway": {
    stage: { access_logs: { retention_in_days: 30 } },
    thresholds: { server_errors_percent: 5, latency_p95_ms: 2000, latency_p99_ms: 5000 },
  },
  lambda: functions,
  "lambda-external-code": functions,
};
