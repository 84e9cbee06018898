import { alarm } from "../../../clouds/aws-alarms";
import { kmsKey } from "../../../clouds/aws-inputs";
import { definedIn, map, object, optional, string } from "../../../lib/schema";
import { compositeAlarm } from "./composite-alarm";
import { dashboard } from "./dashboard";
import { logMetricFilter } from "./log-metric-filter";
import { notify } from "./notify";
import { keysDiffer } from "./rules";

const ownKeys = {
  keys: "^[A-Za-z0-9][A-Za-z0-9_.-]{0,126}$",
  keysMessage: "up to 127 letters, digits, _ . -, the first a letter or digit",
} as const;

/** Limits of names: https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutDashboard.html */
export const inputs = object(
  {
    name: string({
      pattern: "^[A-Za-z0-9_-]+$",
      message: "letters, digits, _ -",
      minLength: 1,
      maxLength: 127,
      description:
        "Name of the dashboard, unique in the account; what all other names begin with; namespace of metrics made of logs.",
    }),
    alarms: map(alarm, { ...ownKeys, default: {}, description: "What is watched, by a name of the caller's." }),
    composite_alarms: map(compositeAlarm, {
      ...ownKeys,
      default: {},
      description: "What is made of several alarms, by a name that no alarm has.",
    }),
    notify,
    kms_key_arn: optional(
      string({
        ...kmsKey,
        description:
          "KMS key of the caller's that encrypts the topics; its policy must let cloudwatch.amazonaws.com use kms:Decrypt and kms:GenerateDataKey*. Without one they are not encrypted: SNS's own key keeps CloudWatch from publishing.",
      }),
    ),
    log_metric_filters: map(logMetricFilter, {
      ...ownKeys,
      default: {},
      description: "Metrics made of log lines, by the name of the metric.",
    }),
    dashboard: optional(dashboard),
    tags: map(string(), { default: {}, description: "Tags of the alarms and topics." }),
  },
  {
    rules: [
      definedIn(["composite_alarms.*.any_of.*", "composite_alarms.*.all_of.*"], "alarms"),
      definedIn(["composite_alarms.*.suppressor.alarm"], "alarms"),
      keysDiffer,
    ],
  },
);
