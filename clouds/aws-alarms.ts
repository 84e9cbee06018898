import {
  absent,
  exactlyOneOf,
  forbiddenWhen,
  integer,
  keysNotTaken,
  map,
  number,
  object,
  oneOf,
  optional,
  ordered,
  present,
  requiredWhen,
  string,
} from "../lib/schema";
import { comparisonFits, periodOfAlarms, window } from "./aws-alarm-rules";

/** How much an alarm matters, which decides who is told. */
export const severities = ["critical", "warning"] as const;
export const severity = oneOf(severities, { default: "critical", description: "How much it matters: who is told." });

/** Statistics that an alarm has an argument of their own for; all others are extended ones. */
export const plainStatistics = ["Average", "Sum", "Minimum", "Maximum", "SampleCount"];

/** Statistics: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Statistics-definitions.html */
const share = "([0-9]{1,2}(\\.[0-9]{1,2})?|100)";
const bound = "([0-9]+(\\.[0-9]+)?%?)?";
const statistic = string({
  pattern: `^(${plainStatistics.join("|")}|IQM|(p|tm|wm|tc|ts)${share}|(TM|WM|PR|TC|TS)\\(${bound}:${bound}\\))$`,
  message: `${plainStatistics.join(", ")}, or one such as p95, p99.9, tm99, IQM, PR(:300)`,
  description: "What is made of the values in a period, such as Sum or p95.",
});

/** Limits of metrics: https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_Metric.html */
const metricFields = {
  namespace: optional(
    string({
      pattern: "^[!-9;-~][ -~]*$",
      message: "printable characters, the first no : or space",
      maxLength: 255,
      description: "Namespace of the metric, such as AWS/Lambda; that of the monitoring itself if absent.",
    }),
  ),
  name: string({ minLength: 1, maxLength: 255, description: "Name of the metric." }),
  dimensions: map(string({ minLength: 1, maxLength: 1024 }), {
    default: {},
    keys: "^[!-9;-~][ -~]{0,254}$",
    keysMessage: "1 to 255 printable characters, the first no : or space",
    maxProperties: 30,
    description: "Values of the metric's dimensions, by name.",
  }),
  statistic,
};

/** One metric. */
export const metric = object(metricFields, { description: "The metric that is compared with the threshold." });

/** Name of the query that carries what the expression gives. */
export const resultId = "result";

/** Metric math: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Create-alarm-on-metric-math-expression.html */
const math = object(
  {
    expression: string({
      minLength: 1,
      maxLength: 1024,
      description: "Expression over the metrics, such as 100 * errors / invocations.",
    }),
    label: optional(string({ minLength: 1, description: "What the result is called in graphs." })),
    metrics: map(object(metricFields), {
      keys: "^[a-z][A-Za-z0-9_]{0,253}$",
      keysMessage: "letters, digits, _, the first a lower-case letter",
      minProperties: 1,
      maxProperties: 10,
      description: "Metrics, by the id that the expression knows them by.",
    }),
  },
  {
    rules: [keysNotTaken("metrics", [resultId], "the alarm")],
    description: "Several metrics, of which an expression makes the one that is compared with the threshold.",
  },
);

/** Anomaly detection: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Anomaly_Detection.html */
const anomaly = object(
  {
    ...metricFields,
    band_width: number({
      default: 2,
      minimum: 0.1,
      description: "Width of the band of expected values, in standard deviations.",
    }),
  },
  { description: "The metric that is compared with what CloudWatch expects of it." },
);

const comparisons = [
  "GreaterThanThreshold",
  "GreaterThanOrEqualToThreshold",
  "LessThanThreshold",
  "LessThanOrEqualToThreshold",
  "GreaterThanUpperThreshold",
  "LessThanLowerThreshold",
  "LessThanLowerOrGreaterThanUpperThreshold",
] as const;

/** An alarm: https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html */
export const alarm = object(
  {
    description: optional(
      string({ minLength: 1, maxLength: 1024, description: "What has happened, and what to do about it." }),
    ),
    severity,
    metric: optional(metric),
    math: optional(math),
    anomaly: optional(anomaly),
    comparison: optional(
      oneOf(comparisons, {
        description: "When it is too much: GreaterThanThreshold if absent, GreaterThanUpperThreshold with anomaly.",
      }),
    ),
    threshold: optional(number({ description: "What metric or math is compared with." })),
    period: integer({
      default: 300,
      minimum: 10,
      description: "Seconds that one value is made of: 10, 20, 30 or a multiple of 60.",
    }),
    evaluation_periods: integer({ default: 1, minimum: 1, description: "Latest periods that are looked at." }),
    datapoints_to_alarm: optional(
      integer({ minimum: 1, description: "How many of them must breach; all of them if absent." }),
    ),
    treat_missing_data: oneOf(["notBreaching", "breaching", "ignore", "missing"], {
      default: "notBreaching",
      description: "What a period without values counts as. Metrics of AWS/DynamoDB always ignore it.",
    }),
  },
  {
    rules: [
      exactlyOneOf("metric", "math", "anomaly"),
      requiredWhen("threshold", absent("anomaly")),
      forbiddenWhen("threshold", present("anomaly")),
      comparisonFits,
      periodOfAlarms,
      window,
      ordered("datapoints_to_alarm", "evaluation_periods"),
    ],
  },
);

/** One line of a graph: https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html */
export const series = object({
  ...metricFields,
  label: optional(string({ minLength: 1, description: "What the line is called; by its metric if absent." })),
  axis: oneOf(["left", "right"], { default: "left", description: "Axis that the line is drawn against." }),
});
