import { type Alarm, atMost, type Metric, packOf, percent, type Series, when } from "../../clouds/aws-packs";
import type { Known } from "../../lib/module";
import { type Output, object } from "../../lib/schema";
import { inputs } from "./inputs";
import { outputs } from "./outputs";

const thresholds = object(
  {
    throttles: atMost(0, "Reads and writes refused for want of capacity, of the table and its indexes,"),
    system_errors: atMost(0, "Requests that fail within DynamoDB"),
    capacity_percent: percent(80, "Capacity in use, in percent of the most that the table may scale to."),
  },
  { default: {}, description: "When alarms of the table go off." },
);

/** Seconds of the periods. */
const period = 300;

/** Operations that report errors: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/metrics-dimensions.html */
const operations = [
  "GetItem",
  "PutItem",
  "UpdateItem",
  "DeleteItem",
  "Query",
  "Scan",
  "BatchGetItem",
  "BatchWriteItem",
  "TransactGetItems",
  "TransactWriteItems",
];

/** Those that a dashboard shows. */
const main = ["GetItem", "PutItem", "Query"];

/** Metrics: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/metrics-dimensions.html */
export const pack = packOf(
  inputs,
  outputs,
)({
  thresholds,
  alarms({ address, inputs, thresholds, output }) {
    const metric = metricsOf(output("dynamodb_table_name"));
    const indexes = Object.keys(inputs.global_secondary_indexes ?? {});
    return {
      ...throttleAlarms(address, metric, undefined, thresholds.throttles),
      ...Object.assign({}, ...indexes.map((index) => throttleAlarms(address, metric, index, thresholds.throttles))),
      system_errors: {
        description: `${address}: requests fail within DynamoDB.`,
        math: sum(operations.map((operation) => metric("SystemErrors", "Sum", { Operation: operation }))),
        threshold: thresholds.system_errors,
        period,
      },
      ...capacityAlarm(address, metric, "read", inputs, thresholds.capacity_percent),
      ...capacityAlarm(address, metric, "write", inputs, thresholds.capacity_percent),
    };
  },
  signals({ address, inputs, output }) {
    const metric = metricsOf(output("dynamodb_table_name"));
    const series = (name: string, statistic: string, what: string, more = {}): Series => ({
      ...metric(name, statistic, more),
      label: `${address} ${what}`,
    });
    const latency = (operation: string) =>
      series("SuccessfulRequestLatency", "p99", `${operation} p99`, { Operation: operation });
    const failures = (operation: string) =>
      series("SystemErrors", "Sum", `${operation} errors`, { Operation: operation });
    const indexes = Object.keys(inputs.global_secondary_indexes ?? {});
    return {
      traffic: {
        [`${address}.read`]: series("ConsumedReadCapacityUnits", "Sum", "read units"),
        [`${address}.written`]: series("ConsumedWriteCapacityUnits", "Sum", "write units"),
      },
      errors: Object.fromEntries(main.map((one) => [`${address}.${one}`, failures(one)])),
      latency: Object.fromEntries(main.map((one) => [`${address}.${one}`, latency(one)])),
      saturation: {
        [`${address}.reads`]: series("ReadThrottleEvents", "Sum", "reads refused"),
        [`${address}.writes`]: series("WriteThrottleEvents", "Sum", "writes refused"),
        ...Object.fromEntries(
          indexes.map((index) => [
            `${address}.${index}`,
            series("WriteThrottleEvents", "Sum", `${index} writes refused`, { GlobalSecondaryIndexName: index }),
          ]),
        ),
      },
    };
  },
});

type Metrics = ReturnType<typeof metricsOf>;

const metricsOf =
  (table: string) =>
  (name: string, statistic: string, more: Readonly<Record<string, string>> = {}): Metric => ({
    namespace: "AWS/DynamoDB",
    name,
    dimensions: { TableName: table, ...more },
    statistic,
  });

const sum = (metrics: readonly Metric[]): Alarm["math"] => ({
  expression: "SUM(METRICS())",
  metrics: Object.fromEntries(metrics.map((metric, i) => [`m${i + 1}`, metric])),
});

/** The table's own metrics leave its indexes out. */
function throttleAlarms(
  address: string,
  metric: Metrics,
  index: string | undefined,
  most: number,
): Record<string, Alarm> {
  const dimensions: Record<string, string> = index === undefined ? {} : { GlobalSecondaryIndexName: index };
  const events = ["ReadThrottleEvents", "WriteThrottleEvents"].map((name) => metric(name, "Sum", dimensions));
  const what = index === undefined ? address : `${address}, index ${index}`;
  return {
    [index === undefined ? "throttles" : `throttles.${index}`]: {
      description: `${what}: reads or writes are refused for want of capacity.`,
      math: sum(events),
      threshold: most,
      period,
    },
  };
}

/** Where capacity has an end, how near the table is to it. */
function capacityAlarm(
  address: string,
  metric: Metrics,
  kind: "read" | "write",
  inputs: Known<Output<typeof import("./inputs").inputs>>,
  share: number,
): Readonly<Record<string, Alarm>> {
  const most = inputs[`${kind}_capacity`]?.max;
  const name = kind === "read" ? "ConsumedReadCapacityUnits" : "ConsumedWriteCapacityUnits";
  return when(most !== undefined, () => ({
    [`${kind}_capacity`]: {
      description: `${address}: the most ${kind} capacity that it scales to is nearly in use.`,
      severity: "warning",
      metric: metric(name, "Sum"),
      threshold: (Number(most) * period * share) / 100,
      period,
    },
  }));
}
