import type { Input } from "../../lib/schema";
import type { inputs } from "./inputs";

type Inputs = Input<typeof inputs>;

export const minimal: Inputs = { name: "orders" };

const lambda = (name: string, statistic: string) => ({
  namespace: "AWS/Lambda",
  name,
  dimensions: { FunctionName: "orders" },
  statistic,
});
const line = { ...lambda("Invocations", "Sum"), label: "calls" };

export const complete: Inputs = {
  name: "orders-complete",
  alarms: {
    throttles: {
      description: "Orders are turned away: raise the function's concurrency.",
      metric: lambda("Throttles", "Sum"),
      comparison: "GreaterThanOrEqualToThreshold",
      threshold: 1,
      period: 60,
      evaluation_periods: 5,
      datapoints_to_alarm: 3,
      treat_missing_data: "notBreaching",
    },
    deploying: { severity: "warning", metric: { name: "deploying", statistic: "Maximum" }, threshold: 0 },
  },
  composite_alarms: {
    unavailable: {
      description: "Orders fail or wait.",
      any_of: ["throttles"],
      suppressor: { alarm: "deploying", wait_period: 120, extension_period: 180 },
    },
  },
  notify: {
    critical: { ops: { email: "ops@example.com" } },
    warning: { team: { email: "orders@example.com" } },
  },
  kms_key_arn: "arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555",
  log_metric_filters: {
    deploying: {
      log_group_name: "/aws/codebuild/orders",
      pattern: '{ $.state = "deploying" }',
      value: "1",
      default_value: 0,
      unit: "Count",
    },
  },
  dashboard: {
    region: "us-east-1",
    rows: {
      releases: {
        title: "Releases",
        widgets: {
          count: {
            title: "Releases",
            metrics: {
              all: { name: "deploying", statistic: "Sum" },
              calls: { ...line, axis: "right" },
            },
            y_label: "releases",
            stacked: true,
          },
          latency: { title: "Latency", metrics: { p95: lambda("Duration", "p95") } },
        },
      },
      errors: { title: "Errors", widgets: { errors: { title: "Errors", metrics: { all: lambda("Errors", "Sum") } } } },
    },
  },
  tags: { Service: "orders" },
};

/** A share of calls, and a metric of log lines with dimensions. */
export const errors: Inputs = {
  name: "errors",
  alarms: {
    errors: {
      math: {
        expression: "100 * errors / MAX([errors, invocations])",
        label: "Errors in percent",
        metrics: { errors: lambda("Errors", "Sum"), invocations: lambda("Invocations", "Sum") },
      },
      threshold: 5,
    },
    latency: { severity: "warning", metric: lambda("Duration", "p99.9"), threshold: 5000 },
  },
  composite_alarms: { broken: { all_of: ["errors", "latency"], severity: "warning" } },
  notify: {
    critical: { desk: { https: "https://desk.example.com/alarms" } },
    warning: { desk: { https: "https://desk.example.com/warnings" } },
  },
  log_metric_filters: {
    failed: {
      log_group_name: "/aws/lambda/orders",
      pattern: '{ $.level = "error" }',
      value: "$.count",
      dimensions: { Method: "$.method" },
    },
  },
  dashboard: {
    region: "us-east-1",
    rows: { calls: { title: "Calls", widgets: { calls: { title: "Calls", metrics: { all: line } } } } },
  },
};

/** Fewer calls than usual, unless another alarm says why. */
export const traffic: Inputs = {
  name: "traffic",
  alarms: {
    calls: {
      anomaly: { ...lambda("Invocations", "Sum"), band_width: 3 },
      comparison: "LessThanLowerThreshold",
      treat_missing_data: "breaching",
    },
  },
  composite_alarms: { quiet: { rule: 'ALARM("traffic-calls") AND NOT ALARM("maintenance")' } },
  notify: { critical: { duty: { sms: "+15550100123" } }, warning: { duty: { sms: "+15550100124" } } },
};

/** Into queues. */
export const queue: Inputs = {
  name: "queue",
  notify: {
    critical: { alarms: { sqs: { queue_arn: "arn:aws:sqs:us-east-1:123456789012:alarms" } } },
    warning: { alarms: { sqs: { queue_arn: "arn:aws:sqs:us-east-1:123456789012:warnings" } } },
  },
};

/** To functions. */
export const pager: Inputs = {
  name: "pager",
  notify: {
    critical: { pager: { lambda: { function_arn: "arn:aws:lambda:us-east-1:123456789012:function:pager" } } },
    warning: { pager: { lambda: { function_arn: "arn:aws:lambda:us-east-1:123456789012:function:pager" } } },
  },
};

/** Straight to what keeps tickets, without a topic. */
export const tickets: Inputs = {
  name: "tickets",
  alarms: complete.alarms,
  notify: {
    critical: { ticket: { action: { arn: "arn:aws:ssm:us-east-1:123456789012:opsitem:1#CATEGORY=Availability" } } },
    warning: { topic: { action: { arn: "arn:aws:sns:us-east-1:123456789012:warnings" } } },
  },
};

const alarm = (change: object): Inputs => ({
  ...minimal,
  alarms: { throttles: { metric: lambda("Throttles", "Sum"), threshold: 0, ...change } },
});
const composite = (one: NonNullable<Inputs["composite_alarms"]>[string], key = "all"): Inputs => ({
  ...complete,
  composite_alarms: { [key]: one },
});
const told = (severity: "critical" | "warning", recipients: NonNullable<Inputs["notify"]>["critical"]): Inputs => ({
  ...minimal,
  notify: { [severity]: recipients },
});
const actions = Object.fromEntries(
  ["a", "b", "c", "d", "e"].map((key) => [key, { action: { arn: `arn:aws:sns:us-east-1:123456789012:${key}` } }]),
);
const { math } = errors.alarms?.errors ?? {};
const anomaly = lambda("Invocations", "Sum");
const logs = { log_group_name: "/aws/lambda/orders", pattern: "error", dimensions: { Method: "$.method" } };

const graph = { title: "a", metrics: { a: { name: "a", statistic: "Sum" } } };
/** 13 graphs by keys of their own. */
const columns = (start: number) => Object.fromEntries(Array.from({ length: 13 }, (_, i) => [`c${start + i}`, graph]));

const rows = Object.fromEntries(
  Array.from({ length: 246 }, (_, i) => [`r${i}`, { title: "a", widgets: { a: graph } }]),
);

export const rejected: Readonly<Record<string, Inputs>> = {
  "an alarm on nothing": { ...minimal, alarms: { nothing: { threshold: 0 } } },
  "an alarm on two things": alarm({ math }),
  "a metric without a threshold": { ...minimal, alarms: { calls: { metric: anomaly } } },
  "an expression without a threshold": { ...minimal, alarms: { errors: { math } } },
  "a band with a threshold": { ...minimal, alarms: { calls: { anomaly, threshold: 5 } } },
  "a band that is compared as a threshold is": {
    ...minimal,
    alarms: { calls: { anomaly, comparison: "GreaterThanThreshold" } },
  },
  "a threshold that is compared as a band is": alarm({ comparison: "LessThanLowerThreshold" }),
  "a period of some other length": alarm({ period: 90 }),
  "a look back over more than a day": alarm({ period: 300, evaluation_periods: 289 }),
  "a look back over more than a week": alarm({ period: 3600, evaluation_periods: 169 }),
  "more points than periods": alarm({ evaluation_periods: 2, datapoints_to_alarm: 3 }),
  "an id that the result has": {
    ...minimal,
    alarms: { errors: { math: { expression: "result", metrics: { result: anomaly } }, threshold: 0 } },
  },
  "a composite alarm of nothing": composite({}),
  "a composite alarm by two rules": composite({ any_of: ["throttles"], all_of: ["deploying"] }),
  "a composite alarm of one that is not there": composite({ any_of: ["throttle"] }),
  "a suppressor that is not there": composite({ any_of: ["throttles"], suppressor: { alarm: "deploy" } }),
  "a name for two alarms": composite({ any_of: ["throttles"] }, "deploying"),
  "a recipient that is nobody": told("critical", { nobody: {} }),
  "a recipient that is two": told("warning", { two: { email: "ops@example.com", sms: "+15550100123" } }),
  "too many actions of critical alarms": told("critical", actions),
  "too many actions of warnings": told("warning", actions),
  "a value of other lines by dimensions": {
    ...minimal,
    log_metric_filters: { failed: { ...logs, default_value: 0 } },
  },
  "more columns than a dashboard has": {
    ...minimal,
    dashboard: {
      region: "us-east-1",
      rows: Object.fromEntries([0, 13].map((start) => [`r${start}`, { title: "a", widgets: columns(start) }])),
    },
  },
  "more graphs than a dashboard shows": {
    ...minimal,
    dashboard: { region: "us-east-1", rows },
  },
};
