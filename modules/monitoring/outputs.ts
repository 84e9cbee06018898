import { map, optional, string } from "../../lib/schema";

export const outputs = {
  cloudwatch_metric_alarm_arns: map(string(), { description: "ARNs of the alarms, by key." }),
  cloudwatch_composite_alarm_arns: map(string(), { description: "ARNs of the composite alarms, by key." }),
  critical_topic_arn: optional(
    string({ description: "ARN of the topic of critical alarms; null where nobody is subscribed." }),
  ),
  warning_topic_arn: optional(
    string({ description: "ARN of the topic of warnings; null where nobody is subscribed." }),
  ),
  dashboard_name: optional(string({ description: "Name of the dashboard; null without one." })),
  dashboard_arn: optional(string({ description: "ARN of the dashboard; null without one." })),
};
