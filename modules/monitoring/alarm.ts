import type {
  CloudwatchMetricAlarm,
  CloudwatchMetricAlarmMetricQuery,
  CloudwatchMetricAlarmMetricQueryMetric,
} from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import { plainStatistics, resultId } from "../../clouds/aws-alarms";
import {
  blocks,
  type Expression,
  each,
  expr,
  forList,
  forOne,
  literal,
  orNull,
  type Ref,
  text,
  when,
} from "../../lib/expression";
import type { Block, Body, Handles } from "../../lib/resource";
import type { Alarm, CompositeAlarm, Metric, Queries } from "./types";

const bandId = "band";
const metricId = "metric";

/** A metric without a namespace is one of the module's own, made of logs. */
export const namespaceOf = ({ namespace }: Metric, own: Expression<string>) => expr`coalesce(${namespace}, ${own})`;

/** The arguments of an alarm on one metric; null for other alarms. */
export function metricOf({ metric, period }: Alarm, own: Expression<string>) {
  const isPlain = (one: Metric) => expr<boolean>`contains(${literal(plainStatistics)}, ${one.statistic})`;
  return {
    namespace: orNull(metric, (one) => namespaceOf(one, own)),
    metricName: orNull(metric, ({ name }) => name),
    dimensions: orNull(metric, ({ dimensions }) => dimensions),
    statistic: orNull(metric, (one) => expr<string | undefined>`${isPlain(one)} ? ${one.statistic} : null`),
    extendedStatistic: orNull(metric, (one) => expr<string | undefined>`${isPlain(one)} ? null : ${one.statistic}`),
    period: orNull(metric, () => period),
  };
}

/** What an alarm on an expression or a band asks CloudWatch for. */
export function queriesOf(alarm: Alarm, own: Expression<string>): Body<CloudwatchMetricAlarmMetricQuery[]> {
  const { math, anomaly, period } = alarm;
  const metrics = expr<Queries>`merge(${forOne(math, (one) => one.metrics)}...)`;
  return blocks(
    when(math, ({ expression, label }) => ({ id: resultId, expression, label, returnData: true })),
    each(metrics, (one, id) => ({ id, metric: query(one, period, own) })),
    when(anomaly, ({ band_width }) => ({
      id: bandId,
      expression: text`ANOMALY_DETECTION_BAND(${metricId}, ${band_width})`,
      returnData: true,
    })),
    when(anomaly, (one) => ({ id: metricId, metric: query(one, period, own), returnData: true })),
  );
}

const query = (
  one: Metric,
  period: Expression<number>,
  own: Expression<string>,
): Block<CloudwatchMetricAlarmMetricQueryMetric> => ({
  namespace: namespaceOf(one, own),
  metricName: one.name,
  dimensions: one.dimensions,
  stat: one.statistic,
  period,
});

export const comparisonOf = ({ comparison, anomaly }: Alarm) =>
  expr`coalesce(${comparison}, ${anomaly} != null ? "GreaterThanUpperThreshold" : "GreaterThanThreshold")`;

/** The threshold of an alarm on a band is the band. */
export const thresholdMetricId = ({ anomaly }: Alarm) => orNull(anomaly, () => literal(bandId));

/** Rules of composite alarms: https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm.html */
export function ruleOf({ any_of, all_of, rule }: CompositeAlarm, alarms: Handles<CloudwatchMetricAlarm>): Ref<string> {
  const gone = (keys: Expression<string[]>) => forList(keys, (key) => text`ALARM("${alarms.at(key, "alarmName")}")`);
  const any = orNull(any_of, (keys) => expr`join(" OR ", ${gone(keys)})`);
  const all = orNull(all_of, (keys) => expr`join(" AND ", ${gone(keys)})`);
  return expr`coalesce(${rule}, ${any}, ${all})`;
}
