import { kmsKey, logRetention } from "../../../clouds/aws-inputs";
import { boolean, integer, object, optional, string } from "../../../lib/schema";
import { stageThrottle } from "./throttle";

const accessLogs = object(
  {
    retention_in_days: integer({ default: 365, values: logRetention, description: "Days that logs are kept." }),
    kms_key_arn: optional(
      string({
        ...kmsKey,
        description: "KMS key that encrypts the logs; CloudWatch's own if absent.",
      }),
    ),
  },
  { default: {}, description: "The log group with a line of JSON per request." },
);

export const stage = object(
  {
    throttle: stageThrottle,
    detailed_metrics_enabled: boolean({
      default: false,
      description: "Whether CloudWatch has metrics of every route, which it charges for.",
    }),
    access_logs: accessLogs,
  },
  { default: {}, description: "The one stage, which has every change at once." },
);
