import { boolean, integer, object, optional, string } from "../../../lib/schema";
import { arnOf } from "./patterns";
import { stageThrottle } from "./throttle";

/** Retention that CloudWatch Logs takes: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html */
const retention = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];

const accessLogs = object(
  {
    retention_in_days: integer({ default: 365, values: retention, description: "Days that logs are kept." }),
    kms_key_arn: optional(
      string({
        ...arnOf("kms", "a KMS key"),
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
