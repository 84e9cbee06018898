import { PlainStack } from "../../lib/cdk";
import type { Module } from "../../lib/module";
import { check, type Input } from "../../lib/schema";
import { monitoring } from "../../modules/monitoring";
import { Monitoring } from "../../modules/monitoring/construct";
import { complete, errors, minimal, pager, queue, tickets, traffic } from "../../modules/monitoring/examples";
import { rendered } from "./rendered";

type Inputs = Input<typeof monitoring.inputs>;
type Resources = Record<string, Record<string, Record<string, unknown>>>;

/** What the construct makes in a stack of its own. */
function made(inputs: Inputs): Resources {
  const stack = new PlainStack("test");
  new Monitoring(stack, "monitoring", inputs);
  return (stack.toTerraform() as { resource?: Resources }).resource ?? {};
}
const metric = { namespace: "AWS/Lambda", name: "Errors", statistic: "Sum" };
const withAlarm = (alarm: object): Inputs => ({ ...minimal, alarms: { errors: alarm } });
const madeAlarm = (alarm: object) => made(withAlarm(alarm)).aws_cloudwatch_metric_alarm?.this_errors ?? {};

test("all alarms are one resource, and so are all of each other kind", async () => {
  const { resource } = await rendered(monitoring as unknown as Module);
  const names = Object.entries(resource).flatMap(([type, all]) => Object.keys(all).map((name) => `${type}.${name}`));
  expect(names.sort()).toEqual([
    "aws_cloudwatch_composite_alarm.this",
    "aws_cloudwatch_dashboard.this",
    "aws_cloudwatch_log_metric_filter.this",
    "aws_cloudwatch_metric_alarm.this",
    "aws_lambda_permission.critical",
    "aws_lambda_permission.warning",
    "aws_sns_topic.critical",
    "aws_sns_topic.warning",
    "aws_sns_topic_policy.critical",
    "aws_sns_topic_policy.warning",
    "aws_sns_topic_subscription.critical",
    "aws_sns_topic_subscription.warning",
  ]);
});

test("not asked for, there are no alarms, dashboard or filters", () => {
  expect(Object.keys(made(minimal)).filter((type) => type.startsWith("aws_cloudwatch"))).toEqual([]);
});

test.each(["Average", "Sum", "Minimum", "Maximum", "SampleCount", "p95", "p99.9", "p100", "tm99", "IQM", "PR(:300)"])(
  "takes the statistic %s",
  (statistic) => {
    expect(check(monitoring.inputs, withAlarm({ metric: { ...metric, statistic }, threshold: 1 }))).toEqual([]);
  },
);

test.each(["sum", "P95", "p", "p101", "p99.999", "tm", "TM(2%-98%)", "Median"])(
  "refuses the statistic %s, and says what one looks like",
  (statistic) => {
    const problems = check(monitoring.inputs, withAlarm({ metric: { ...metric, statistic }, threshold: 1 }));
    expect(problems).toMatchObject([{ keyword: "pattern", message: expect.stringContaining("p99.9") }]);
  },
);

test.each([10, 20, 30, 60, 300, 3600, 86400])("takes a period of %d seconds", (period) => {
  expect(check(monitoring.inputs, withAlarm({ metric, threshold: 1, period }))).toEqual([]);
});

test.each([
  [{ period: 45 }, "period must be 10, 20, 30 or a multiple of 60, got 45"],
  [{ period: 60, evaluation_periods: 1441 }, "period times"],
  [{ period: 86400, evaluation_periods: 8 }, "got 86400 and 8"],
  [{ evaluation_periods: 2, datapoints_to_alarm: 3 }, "must not be above"],
  [{ comparison: "LessThanLowerThreshold" }, 'comparison "LessThanLowerThreshold" is for anomaly alone'],
])("an alarm with %j is refused", (change, message) => {
  const problems = check(monitoring.inputs, withAlarm({ metric, threshold: 1, ...change }));
  expect(problems).toMatchObject([{ message: expect.stringContaining(message) }]);
});

test.each([
  { period: 60, evaluation_periods: 1440 },
  { period: 3600, evaluation_periods: 168 },
  { evaluation_periods: 3, datapoints_to_alarm: 3 },
])("an alarm with %j is as far as it goes", (change) => {
  expect(check(monitoring.inputs, withAlarm({ metric, threshold: 1, ...change }))).toEqual([]);
});

test("an alarm on a metric asks for no queries", () => {
  expect(madeAlarm({ metric, threshold: 1 })).not.toHaveProperty("threshold_metric_id");
  expect(madeAlarm({ metric: { ...metric, statistic: "p95" }, threshold: 1 })).toMatchObject({
    alarm_name: "orders-errors",
    metric_name: "Errors",
    treat_missing_data: "notBreaching",
    threshold: 1,
  });
});

test("what a band is compared with is the band", () => {
  const alarm = made(traffic).aws_cloudwatch_metric_alarm?.this_calls;
  expect(alarm).toMatchObject({ threshold_metric_id: "band" });
  expect(alarm).not.toHaveProperty("threshold");
  expect(alarm).not.toHaveProperty("metric_name");
});

test("a composite alarm comes after the alarms that its rule may name, and goes before them", async () => {
  const { resource } = await rendered(monitoring as unknown as Module);
  expect(resource.aws_cloudwatch_composite_alarm).toMatchObject({
    this: { depends_on: ["aws_cloudwatch_metric_alarm.this"] },
  });
  expect(made(errors).aws_cloudwatch_composite_alarm).toMatchObject({
    this_broken: {
      depends_on: ["aws_cloudwatch_metric_alarm.this_errors", "aws_cloudwatch_metric_alarm.this_latency"],
    },
  });
});

test.each([queue, pager])("a severity with recipients has a topic for them", (inputs) => {
  const resources = made(inputs);
  expect(Object.keys(resources.aws_sns_topic ?? {})).toEqual(["critical", "warning"]);
  expect(JSON.stringify(resources.aws_sns_topic_policy)).toContain("aws:SourceAccount");
});

test("whether somebody is told is known before their ARN is", async () => {
  const { resource } = await rendered(monitoring as unknown as Module);
  const conditions = JSON.stringify(Object.values(resource).map((all) => Object.values(all)));
  const [count] = /length\(\(\{for name, one in var\.notify\.critical[^}]*\}/.exec(conditions) ?? [];
  expect(count).toContain("if one.action == null");
  expect(conditions).toContain("if one.lambda != null");
  expect(
    check(monitoring.inputs, { ...minimal, notify: { critical: { a: { lambda: "arn" as never } } } }),
  ).toMatchObject([{ keyword: "type" }]);
});

test("a topic has no key unless it is given one: SNS's own keeps alarms from publishing", () => {
  expect(made(queue).aws_sns_topic?.critical).not.toHaveProperty("kms_master_key_id");
  expect(made(complete).aws_sns_topic?.critical).toMatchObject({ kms_master_key_id: complete.kms_key_arn });
});

test("nothing but a call is told of the end of an alarm", () => {
  const { ok_actions } = made(tickets).aws_cloudwatch_metric_alarm?.this_throttles ?? {};
  expect(ok_actions).toContain('contains(["sns", "lambda"], split(":", arn)[2])');
});

test.each(["+15550100123", "+4915550100123"])("takes the telephone number %s", (sms) => {
  expect(check(monitoring.inputs, { ...minimal, notify: { critical: { duty: { sms } } } })).toEqual([]);
});

test.each([
  { email: "ops" },
  { email: "a b@example.com" },
  { https: "http://example.com" },
  { sms: "15550100123" },
  { sqs: { queue_arn: "arn:aws:sns:us-east-1:123456789012:a" } },
])("refuses the recipient %j", (recipient) => {
  expect(check(monitoring.inputs, { ...minimal, notify: { critical: { a: recipient } } })).toMatchObject([
    { keyword: "pattern" },
  ]);
});

test("a dashboard may have 490 rows and graphs, and no more", () => {
  const graph = { title: "a", metrics: { a: { name: "a", statistic: "Sum" } } };
  const rows = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, i) => [`r${i}`, { title: "a", widgets: { a: graph } }]));
  const problems = (count: number) =>
    check(monitoring.inputs, { ...minimal, dashboard: { region: "us-east-1", rows: rows(count) } });
  expect(problems(245)).toEqual([]);
  expect(problems(246)).toMatchObject([{ keyword: "fewWidgets" }]);
});

test.each(Object.entries(monitoring.rejected ?? {}))("as a construct refuses %s", (_, inputs) => {
  expect(() => made(inputs)).toThrow();
});

test("nothing can use it", () => {
  expect(monitoring.connections).toEqual({ access: {}, variables: {} });
});
