import { kmsKey, logRetention } from "../../../clouds/aws-inputs";
import { forbiddenWhen, integer, is, object, oneOf, optional, string } from "../../../lib/schema";

const levels = ["TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL"] as const;

export const logging = object(
  {
    retention_in_days: integer({
      default: 365,
      values: logRetention,
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
