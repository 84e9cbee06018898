import {
  type Expression,
  equals,
  expr,
  forList,
  forOne,
  json,
  omitNull,
  orNull,
  type Part,
  presentIf,
  type Ref,
  text,
} from "../../lib/expression";
import type { FunctionInputs as Inputs } from "./inputs";

const allow = (actions: Part, resources: Part): Part => ({ Effect: "Allow", Action: actions, Resource: resources });

const document = (statements: Part): Ref<string> => json({ Version: "2012-10-17", Statement: statements });

/** The ARN of a managed policy; a name is that of one of AWS's own, in the partition of another ARN. */
export const policyArn = (policy: Expression<string>, other: Expression<string>): Ref<string> =>
  expr`startswith(${policy}, "arn:") ? ${policy} : ${text`arn:${expr`element(split(":", ${other}), 1)`}:iam::aws:policy/${policy}`}`;

/** The ARN of the function of a log group, which is there before the function. */
export const functionArn = (logGroupArn: Expression<string>): Ref<string> =>
  expr`replace(${logGroupArn}, "/:logs:(.*):log-group:/aws/lambda//", ":lambda:$1:function:")`;

/** Lets Lambda take the role. */
export const trust: Ref<string> = document([
  { Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "lambda.amazonaws.com" } },
]);

/** What the role may do: write its own logs, what its inputs need, what its edges bring. */
export const policyOf = (input: Inputs, logGroupArn: Expression<string>): Ref<string> =>
  document(
    expr`concat(${[logs(logGroupArn)]}, ${network(input)}, ${traces(input)}, ${key(input)}, ${deadLetters(input)}, ${streams(input)}, ${failedBatches(input)}, ${given(input)})`,
  );

const logs = (group: Expression<string>) => allow(["logs:CreateLogStream", "logs:PutLogEvents"], text`${group}:*`);

/** These actions know no narrower resource: https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html#configuration-vpc-permissions */
const network = ({ vpc }: Inputs) =>
  forOne(vpc, () =>
    allow(
      [
        "ec2:AssignPrivateIpAddresses",
        "ec2:CreateNetworkInterface",
        "ec2:DeleteNetworkInterface",
        "ec2:DescribeNetworkInterfaces",
        "ec2:DescribeSubnets",
        "ec2:UnassignPrivateIpAddresses",
      ],
      "*",
    ),
  );

/** X-Ray has no resources to narrow these to: https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsx-ray.html */
const traces = ({ tracing_mode }: Inputs) =>
  forOne(presentIf(equals(tracing_mode, "Active")), () =>
    allow(["xray:PutTelemetryRecords", "xray:PutTraceSegments"], "*"),
  );

const key = ({ kms_key_arn }: Inputs) => forOne(kms_key_arn, (arn) => allow("kms:Decrypt", arn));

const deadLetters = ({ asynchronous }: Inputs) => forOne(deadLetterOf(asynchronous), (target) => delivery(target));

/** The target of asynchronous calls that are given up, or null. */
export const deadLetterOf = (asynchronous: Inputs["asynchronous"]) =>
  orNull(asynchronous, ({ dead_letter }) => dead_letter);

interface Target {
  readonly sqs_queue_arn?: string;
  readonly sns_topic_arn?: string;
}

/** The ARN of a target, whichever kind it is. */
export const targetArn = ({ sqs_queue_arn, sns_topic_arn }: Ref<Target>): Ref<string> =>
  expr`${sqs_queue_arn} != null ? ${sqs_queue_arn} : ${sns_topic_arn}`;

const delivery = (target: Ref<Target>) =>
  allow(expr`${target.sqs_queue_arn} != null ? "sqs:SendMessage" : "sns:Publish"`, targetArn(target));

/** ListStreams is checked against all streams of the table. */
const streams = ({ event_sources }: Inputs) =>
  forList(event_sources, ({ dynamodb_stream_arn: arn }) =>
    allow(
      ["dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator", "dynamodb:ListStreams"],
      [arn, expr`replace(${arn}, "/[^/]*$/", "*")`],
    ),
  );

const failedBatches = ({ event_sources }: Inputs) =>
  expr`flatten(${forList(event_sources, ({ on_failure }) => forOne(on_failure, (target) => delivery(target)))})`;

const given = ({ policy_statements }: Inputs) =>
  forList(policy_statements, ({ actions, resources, conditions }) =>
    omitNull({ Effect: "Allow", Action: actions, Resource: resources, Condition: conditions }),
  );
