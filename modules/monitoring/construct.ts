import { CloudwatchCompositeAlarm } from "@cdktf/provider-aws/lib/cloudwatch-composite-alarm";
import { CloudwatchDashboard } from "@cdktf/provider-aws/lib/cloudwatch-dashboard";
import { CloudwatchLogMetricFilter } from "@cdktf/provider-aws/lib/cloudwatch-log-metric-filter";
import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import { Construct } from "constructs";
import { type Expression, expr, literal, text, when } from "../../lib/expression";
import { eachResource, type Given, type Handle, type Handles, open, optionalResource } from "../../lib/resource";
import { comparisonOf, metricOf, queriesOf, ruleOf, thresholdMetricId } from "./alarm";
import { bodyOf } from "./dashboard";
import { inputs } from "./inputs";
import { type Notifications, notifications } from "./notifications";
import type { Inputs } from "./types";

/** Alarms, whom they are told to, metrics made of logs, and a dashboard of it all. */
export class Monitoring extends Construct {
  private readonly critical: Notifications;
  private readonly warning: Notifications;
  private readonly alarms: Handles<CloudwatchMetricAlarm>;
  private readonly composites: Handles<CloudwatchCompositeAlarm>;
  private readonly dashboard: Handle<CloudwatchDashboard>;

  constructor(scope: Construct, id: string, given: Given<typeof inputs>) {
    super(scope, id);
    const input = open(this, inputs, given);
    this.critical = notifications(this, "critical", input);
    this.warning = notifications(this, "warning", input);
    this.logMetricFilters(input);
    this.alarms = this.metricAlarms(input);
    this.composites = this.compositeAlarms(input);
    this.dashboard = this.overview(input);
  }

  get outputs() {
    return {
      cloudwatch_metric_alarm_arns: this.alarms.all("arn"),
      cloudwatch_composite_alarm_arns: this.composites.all("arn"),
      critical_topic_arn: this.critical.topicArn,
      warning_topic_arn: this.warning.topicArn,
      dashboard_name: this.dashboard.attribute("dashboardName"),
      dashboard_arn: this.dashboard.attribute("dashboardArn"),
    };
  }

  private logMetricFilters({ name, log_metric_filters }: Inputs): void {
    eachResource(this, "this", CloudwatchLogMetricFilter, log_metric_filters, (filter, key) => ({
      name: text`${name}-${key}`,
      logGroupName: filter.log_group_name,
      pattern: filter.pattern,
      metricTransformation: {
        namespace: name,
        name: key,
        value: filter.value,
        defaultValue: expr<string | undefined>`${filter.default_value}`,
        unit: filter.unit,
        dimensions: filter.dimensions,
      },
    }));
  }

  private metricAlarms({ name, alarms, tags }: Inputs): Handles<CloudwatchMetricAlarm> {
    return eachResource(this, "this", CloudwatchMetricAlarm, alarms, (alarm, key) => ({
      alarmName: text`${name}-${key}`,
      alarmDescription: alarm.description,
      ...metricOf(alarm, name),
      metricQuery: queriesOf(alarm, name),
      comparisonOperator: comparisonOf(alarm),
      threshold: alarm.threshold,
      thresholdMetricId: thresholdMetricId(alarm),
      evaluationPeriods: alarm.evaluation_periods,
      datapointsToAlarm: alarm.datapoints_to_alarm,
      treatMissingData: alarm.treat_missing_data,
      ...this.actionsOf(alarm.severity),
      tags,
    }));
  }

  /** After the alarms, also where the rule is in the words of AWS: it may name them. */
  private compositeAlarms({ name, composite_alarms, tags }: Inputs): Handles<CloudwatchCompositeAlarm> {
    return eachResource(this, "this", CloudwatchCompositeAlarm, composite_alarms, (alarm, key) => ({
      alarmName: text`${name}-${key}`,
      alarmDescription: alarm.description,
      alarmRule: ruleOf(alarm, this.alarms),
      actionsSuppressor: when(alarm.suppressor, (suppressor) => ({
        alarm: this.alarms.at(suppressor.alarm, "alarmName"),
        waitPeriod: suppressor.wait_period,
        extensionPeriod: suppressor.extension_period,
      })),
      ...this.actionsOf(alarm.severity),
      tags,
      dependsOn: this.alarms.paths,
    }));
  }

  private actionsOf(severity: Expression<string>) {
    const { critical, warning } = this;
    const bySeverity = (kind: "alarmActions" | "okActions") =>
      expr<string[]>`${literal({ critical: critical[kind], warning: warning[kind] })}[${severity}]`;
    return { alarmActions: bySeverity("alarmActions"), okActions: bySeverity("okActions") };
  }

  private overview(input: Inputs): Handle<CloudwatchDashboard> {
    const arns = expr<string[]>`concat(values(${this.alarms.all("arn")}), values(${this.composites.all("arn")}))`;
    return optionalResource(this, "this", CloudwatchDashboard, input.dashboard, (dashboard) => ({
      dashboardName: input.name,
      dashboardBody: bodyOf(input, dashboard, arns),
    }));
  }
}
