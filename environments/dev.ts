import type { Profile } from "../lib/spec";

const functions = { logging: { retention_in_days: 7 }, thresholds: { errors_percent: 10, throttles: 10 } };

/** Development: cheap, quick to change and to throw away; alarms for what is broken, not for what is slow. */
export const dev: Profile = {
  "api-gateway": {
    stage: { access_logs: { retention_in_days: 7 } },
    thresholds: { server_errors_percent: 10, latency_p95_ms: 5000, latency_p99_ms: 10000 },
  },
  dynamodb: { protection: { deletion_protection_enabled: false }, thresholds: { throttles: 10 } },
  lambda: functions,
  "lambda-external-code": functions,
  secret: { recovery_window_in_days: 0 },
};
