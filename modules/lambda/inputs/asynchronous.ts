import { integer, object, optional } from "../../../lib/schema";
import { target } from "./targets";

/** Bounds: https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html */
export const asynchronous = object(
  {
    maximum_retry_attempts: integer({
      default: 2,
      minimum: 0,
      maximum: 2,
      description: "Retries of a call that fails.",
    }),
    maximum_event_age_in_seconds: integer({
      default: 21600,
      minimum: 60,
      maximum: 21600,
      description: "Age at which a call is given up, in seconds.",
    }),
    dead_letter: optional(target("Where a call goes that is given up.")),
  },
  { description: "How asynchronous calls are retried; as AWS does by itself if absent." },
);
