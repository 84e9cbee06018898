import { type Alarm, atMost, type Metric, minimumTraffic, packOf, percent, share, when } from "../../clouds/aws-packs";
import { integer, object } from "../../lib/schema";
import { inputs } from "./inputs";
import { outputs } from "./outputs";

const thresholds = object(
  {
    errors_percent: percent(5, "Calls that fail, in percent of all."),
    minimum_invocations: minimumTraffic("Calls"),
    duration_ms: integer({
      default: 5000,
      minimum: 1,
      description: "Duration of the slowest 5 % of calls, in milliseconds.",
    }),
    duration_percent_of_timeout: percent(80, "The same in percent of the timeout; what is less counts."),
    throttles: atMost(0, "Calls refused for want of concurrency"),
    concurrency_percent: percent(80, "Reserved concurrency in use, in percent."),
    dead_letters: atMost(0, "Calls given up that could not be kept"),
    iterator_age_ms: integer({
      default: 60_000,
      minimum: 1,
      description: "Age of what a stream waits with, in milliseconds.",
    }),
  },
  { default: {}, description: "When alarms of the function go off." },
);

/** Metrics: https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html */
export const pack = packOf(
  inputs,
  outputs,
)({
  thresholds,
  alarms({ address, inputs, thresholds, output }) {
    const metric = metricsOf(output("lambda_function_name"));
    const reserved = inputs.limits?.reserved_concurrent_executions;
    const sources = Object.values(inputs.event_sources ?? {});
    const slow = slowAt(thresholds.duration_ms, thresholds.duration_percent_of_timeout, inputs.timeout);
    return {
      errors: {
        description: `${address}: too large a share of its calls fails.`,
        math: share(metric("Errors", "Sum"), metric("Invocations", "Sum"), thresholds.minimum_invocations),
        threshold: thresholds.errors_percent,
        period: 300,
      },
      duration: {
        description: `${address}: the slowest 5 % of its calls take long, or come near the timeout.`,
        severity: "warning",
        metric: metric("Duration", "p95"),
        threshold: slow,
        period: 300,
      },
      throttles: {
        description: `${address}: calls are refused for want of concurrency.`,
        metric: metric("Throttles", "Sum"),
        threshold: thresholds.throttles,
        period: 300,
      },
      ...when(typeof reserved === "number" && reserved > 0, () => ({
        concurrency: concurrencyAlarm(address, metric, Number(reserved), thresholds.concurrency_percent),
      })),
      ...when(inputs.asynchronous?.dead_letter !== undefined, () => ({
        dead_letters: {
          description: `${address}: calls that were given up could not be kept.`,
          metric: metric("DeadLetterErrors", "Sum"),
          threshold: thresholds.dead_letters,
          period: 300,
        },
      })),
      ...when(sources.length > 0, () => ({
        iterator_age: {
          description: `${address}: what its streams carry waits for long.`,
          severity: "warning",
          metric: metric("IteratorAge", "Maximum"),
          threshold: thresholds.iterator_age_ms,
          period: 300,
        },
      })),
    };
  },
  signals({ address, output }) {
    const metric = metricsOf(output("lambda_function_name"));
    const series = (name: string, statistic: string, what: string) => ({
      ...metric(name, statistic),
      label: `${address} ${what}`,
    });
    return {
      traffic: { [`${address}.invocations`]: series("Invocations", "Sum", "calls") },
      errors: { [`${address}.errors`]: series("Errors", "Sum", "errors") },
      latency: { [`${address}.duration`]: series("Duration", "p95", "p95") },
      saturation: {
        [`${address}.throttles`]: series("Throttles", "Sum", "throttles"),
        [`${address}.concurrency`]: { ...series("ConcurrentExecutions", "Maximum", "concurrency"), axis: "right" },
      },
    };
  },
});

const metricsOf =
  (name: string) =>
  (metric: string, statistic: string): Metric => ({
    namespace: "AWS/Lambda",
    name: metric,
    dimensions: { FunctionName: name },
    statistic,
  });

/** In milliseconds; the timeout is in seconds, and may be known to Terraform only. */
const slowAt = (most: number, percentOfTimeout: number, timeout: number | undefined) =>
  Math.min(most, timeout === undefined ? most : timeout * 10 * percentOfTimeout);

const concurrencyAlarm = (
  address: string,
  metric: ReturnType<typeof metricsOf>,
  reserved: number,
  share: number,
): Alarm => ({
  description: `${address}: its reserved concurrency is nearly in use.`,
  severity: "warning",
  metric: metric("ConcurrentExecutions", "Maximum"),
  threshold: (reserved * share) / 100,
  period: 300,
});
