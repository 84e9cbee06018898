import { forbiddenWhen, integer, is, object, oneOf, optional, string } from "../../../lib/schema";
import { kmsKey } from "./arns";

/** Retention that CloudWatch Logs takes: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html */
const retention = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];

const levels = ["TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL"] as const;

export const logging = object(
  {
    retention_in_days: integer({
      default: 365,
      values: retention,
      description: "Days that logs are kept.",
    }),
    kms_key_arn: optional(
      string({ ...kmsKey, description: "KMS key that encrypts the logs; CloudWatch's own if absent." }),
    ),
    log_format: oneOf(["JSON", "Text"], { default: "JSON", description: "Format of the log lines." }),
    application_log_level: optional(
      oneOf(levels, { description: "Least level of the function's own lines; JSON only." }),
    ),
    system_log_level: optional(
      oneOf(["DEBUG", "INFO", "WARN"], { description: "Least level of Lambda's own lines; JSON only." }),
    ),
  },
  {
    default: {},
    description: "The function's log group.",
    rules: [
      forbiddenWhen("application_log_level", is("log_format", "Text")),
      forbiddenWhen("system_log_level", is("log_format", "Text")),
    ],
  },
);
