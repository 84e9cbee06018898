import { type Expression, expr, forList, forOne, json, type Part, type Ref } from "../../lib/expression";
import type { Inputs, Target } from "./types";

const allow = (actions: Part, resource: Expression<string>): Part => ({
  Effect: "Allow",
  Action: actions,
  Resource: resource,
});

const document = (statements: Part): Ref<string> => json({ Version: "2012-10-17", Statement: statements });

/** Lets API Gateway take the role. */
export const trust: Ref<string> = document([
  { Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "apigateway.amazonaws.com" } },
]);

/** What the role may do: for each target that is a service, the one action on it. */
export const policyOf = ({ targets }: Inputs): Ref<string> =>
  document(
    expr`flatten(${forList(targets, (target) => expr`concat(${sends(target)}, ${encrypts(target)}, ${puts(target)}, ${starts(target)})`)})`,
  );

const sends = ({ sqs }: Target) => forOne(sqs, ({ queue_arn }) => allow("sqs:SendMessage", queue_arn));

/** What sending to an encrypted queue needs: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html */
const encrypts = ({ sqs }: Target) =>
  expr<
    object[]
  >`flatten(${forOne(sqs, ({ kms_key_arn }) => forOne(kms_key_arn, (arn) => allow(["kms:GenerateDataKey", "kms:Decrypt"], arn)))})`;

const puts = ({ eventbridge }: Target) =>
  forOne(eventbridge, ({ event_bus_arn }) => allow("events:PutEvents", event_bus_arn));

const starts = ({ step_functions }: Target) =>
  forOne(step_functions, ({ state_machine_arn, synchronous }) =>
    allow(expr`${synchronous} ? "states:StartSyncExecution" : "states:StartExecution"`, state_machine_arn),
  );
