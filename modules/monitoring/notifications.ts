import { LambdaPermission } from "@cdktf/provider-aws/lib/lambda-permission";
import { SnsTopic } from "@cdktf/provider-aws/lib/sns-topic";
import { SnsTopicPolicy } from "@cdktf/provider-aws/lib/sns-topic-policy";
import { SnsTopicSubscription } from "@cdktf/provider-aws/lib/sns-topic-subscription";
import type { Construct } from "constructs";
import { type Expression, expr, forOne, json, orNull, presentIf, type Ref, text } from "../../lib/expression";
import { eachResource, type Handle, optionalResource } from "../../lib/resource";
import type { Functions, Inputs, Recipient, Recipients } from "./types";

/** What alarms of one severity act upon. */
export interface Notifications {
  readonly topicArn: Ref<string>;
  /** When they go off. */
  readonly alarmActions: Ref<string[]>;
  /** When they are over. */
  readonly okActions: Ref<string[]>;
}

/** The topic of one severity, where somebody is subscribed to it, and whatever alarms act upon without it. */
export function notifications(scope: Construct, severity: "critical" | "warning", input: Inputs): Notifications {
  const recipients = input.notify[severity];
  const subscribers = expr<Recipients>`{for name, one in ${recipients} : name => one if one.action == null}`;
  const isTold = presentIf(expr<boolean>`length(${subscribers}) > 0`);
  const topic = optionalResource(scope, severity, SnsTopic, isTold, () => ({
    name: text`${input.name}-${severity}`,
    kmsMasterKeyId: input.kms_key_arn,
    tags: input.tags,
  }));
  const topicArn = topic.attribute("arn");
  optionalResource(scope, severity, SnsTopicPolicy, isTold, () => ({ arn: topicArn, policy: policyOf(topicArn) }));
  subscriptions(scope, severity, topic, subscribers);
  const others = expr<string[]>`[for one in values(${recipients}) : one.action.arn if one.action != null]`;
  const own = forOne(isTold, () => topicArn);
  return {
    topicArn,
    alarmActions: expr`concat(${own}, ${others})`,
    okActions: expr`concat(${own}, ${listeners(others)})`,
  };
}

/** Those that are told and do nothing else: nothing is to be stopped, or reported again, when an alarm is over. */
const listeners = (actions: Expression<string[]>) =>
  expr<string[]>`[for arn in ${actions} : arn if contains(["sns", "lambda"], split(":", arn)[2])]`;

function subscriptions(
  scope: Construct,
  severity: string,
  topic: Handle<SnsTopic>,
  subscribers: Expression<Recipients>,
): void {
  const functions = expr<Functions>`{for name, one in ${subscribers} : name => one.lambda if one.lambda != null}`;
  const topicArn = topic.attribute("arn");
  eachResource(scope, severity, SnsTopicSubscription, subscribers, (one) => ({
    topicArn,
    protocol: protocolOf(one),
    endpoint: endpointOf(one),
  }));
  eachResource(scope, severity, LambdaPermission, functions, ({ function_arn }) => ({
    action: "lambda:InvokeFunction",
    functionName: function_arn,
    principal: "sns.amazonaws.com",
    sourceArn: topicArn,
  }));
}

const protocolOf = ({ email, https, sms, sqs }: Recipient) =>
  expr`${email} != null ? "email" : ${https} != null ? "https" : ${sms} != null ? "sms" : ${sqs} != null ? "sqs" : "lambda"`;

function endpointOf({ email, https, sms, sqs, lambda }: Recipient): Ref<string> {
  const queue = orNull(sqs, ({ queue_arn }) => queue_arn);
  const called = orNull(lambda, ({ function_arn }) => function_arn);
  return expr`coalesce(${email}, ${https}, ${sms}, ${queue}, ${called})`;
}

/** Alarms of the topic's own account may publish, and nobody without TLS: https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html */
const policyOf = (arn: Expression<string>): Ref<string> =>
  json({
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "Alarms",
        Effect: "Allow",
        Principal: { Service: "cloudwatch.amazonaws.com" },
        Action: "sns:Publish",
        Resource: arn,
        Condition: { StringEquals: { "aws:SourceAccount": expr`split(":", ${arn})[4]` } },
      },
      {
        Sid: "OnlyTls",
        Effect: "Deny",
        Principal: "*",
        Action: "sns:Publish",
        Resource: arn,
        Condition: { Bool: { "aws:SecureTransport": "false" } },
      },
    ],
  });
