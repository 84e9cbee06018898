import { type Expression, expr, literal, omitNull, orNull, type Ref } from "../../lib/expression";
import type { Kinds, Target } from "./types";

type Values<T> = { readonly [K in keyof Kinds]?: (kind: Ref<Kinds[K]>) => Expression<T> };

/** A value by the kind of the target; null for kinds without one. */
function byKind<T>(target: Target, values: Values<T>): Ref<T | undefined> {
  const kinds = Object.entries(values) as [keyof Kinds, (kind: unknown) => Expression<T>][];
  return kinds.reduceRight<Ref<T | undefined>>(
    (others, [kind, value]) => expr`${target[kind]} != null ? ${value(target[kind])} : ${others}`,
    literal(undefined),
  );
}

const constant = (text: string) => () => literal(text);

/** Whether the module's role is needed to reach a target. */
export const isService = ({ sqs, eventbridge, step_functions }: Target) =>
  expr<boolean>`${sqs} != null || ${eventbridge} != null || ${step_functions} != null`;

export const integrationType = ({ http, private: internal }: Target) =>
  expr`${http} != null || ${internal} != null ? "HTTP_PROXY" : "AWS_PROXY"`;

/** What API Gateway asks a service to do. */
export const subtype = (target: Target) =>
  byKind(target, {
    sqs: constant("SQS-SendMessage"),
    eventbridge: constant("EventBridge-PutEvents"),
    step_functions: ({ synchronous }) =>
      expr`${synchronous} ? "StepFunctions-StartSyncExecution" : "StepFunctions-StartExecution"`,
  });

export const uri = (target: Target) =>
  byKind(target, {
    lambda: ({ invoke_arn }) => invoke_arn,
    http: ({ url }) => url,
    private: ({ listener_arn }) => listener_arn,
  });

/** Functions are always called by POST, services by no method. */
export const method = (target: Target) =>
  byKind<string>(target, {
    lambda: constant("POST"),
    http: (http) => http.method,
    private: (internal) => internal.method,
  });

/** Only functions know the second format. */
export const payloadFormat = ({ lambda }: Target) =>
  expr`${lambda} != null ? ${(lambda as Ref<Kinds["lambda"]>).payload_format_version} : "1.0"`;

export const timeout = (target: Target) =>
  byKind(target, {
    lambda: ({ timeout_milliseconds }) => timeout_milliseconds,
    http: ({ timeout_milliseconds }) => timeout_milliseconds,
    private: ({ timeout_milliseconds }) => timeout_milliseconds,
  });

/** What a service is told of the request; nothing for other targets. */
export function parameters({ sqs, eventbridge, step_functions }: Target): Ref<Record<string, string>> {
  const message = orNull(sqs, ({ queue_url, message_body }) =>
    literal<object>({ QueueUrl: queue_url, MessageBody: message_body }),
  );
  const fifo = orNull(sqs, ({ message_group_id, message_deduplication_id }) =>
    omitNull({ MessageGroupId: message_group_id, MessageDeduplicationId: message_deduplication_id }),
  );
  const event = orNull(eventbridge, ({ event_bus_arn, source, detail_type, detail }) =>
    literal<object>({ EventBusName: event_bus_arn, Source: source, DetailType: detail_type, Detail: detail }),
  );
  const execution = orNull(step_functions, ({ state_machine_arn, input }) =>
    literal<object>({ StateMachineArn: state_machine_arn, Input: input }),
  );
  return expr`merge(${message}, ${fifo}, ${event}, ${execution})`;
}
