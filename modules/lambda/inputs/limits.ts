import { integer, object, optional } from "../../../lib/schema";

export const limits = object(
  {
    reserved_concurrent_executions: optional(
      integer({ minimum: 0, description: "Concurrency kept for this function, and its most; 0 stops it." }),
    ),
    ephemeral_storage_size: integer({
      default: 512,
      minimum: 512,
      maximum: 10240,
      description: "Size of /tmp in MB.",
    }),
    maximum_retry_attempts: integer({
      default: 2,
      minimum: 0,
      maximum: 2,
      description: "Retries of asynchronous calls.",
    }),
    maximum_event_age_in_seconds: integer({
      default: 21600,
      minimum: 60,
      maximum: 21600,
      description: "Age at which an asynchronous call is given up, in seconds.",
    }),
  },
  { default: {}, description: "Bounds of what the function may use." },
);
