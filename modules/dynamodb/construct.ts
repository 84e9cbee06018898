import { AppautoscalingPolicy } from "@cdktf/provider-aws/lib/appautoscaling-policy";
import { AppautoscalingTarget } from "@cdktf/provider-aws/lib/appautoscaling-target";
import {
  type DynamodbTableGlobalSecondaryIndex,
  type DynamodbTableLocalSecondaryIndex,
  DynamodbTable as Table,
} from "@cdktf/provider-aws/lib/dynamodb-table";
import { Construct } from "constructs";
import { type Expression, each, equals, expr, orNull, presentIf, type Ref, text, when } from "../../lib/expression";
import { type Body, type Given, type Handle, open, optionalResource, resource } from "../../lib/resource";
import type { Output } from "../../lib/schema";
import { inputs } from "./inputs";

type Inputs = Ref<Output<typeof inputs>>;
type Kind = "Read" | "Write";

/** A DynamoDB table, encrypted, recoverable to any second and protected from deletion. */
export class DynamodbTable extends Construct {
  private readonly table: Handle<Table>;
  private readonly input: Inputs;

  constructor(scope: Construct, id: string, given: Given<typeof inputs>) {
    super(scope, id);
    const input = open(this, inputs, given);
    this.input = input;
    this.table = resource(this, "this", Table, {
      name: input.name,
      hashKey: input.hash_key,
      rangeKey: input.range_key,
      attribute: each(input.attributes, (type, name) => ({ name, type })),
      billingMode: input.billing_mode,
      readCapacity: provisioned(input, lowest(input.read_capacity)),
      writeCapacity: provisioned(input, lowest(input.write_capacity)),
      onDemandThroughput: when(onDemandLimits(input), (limits) => ({
        maxReadRequestUnits: limits.read,
        maxWriteRequestUnits: limits.write,
      })),
      globalSecondaryIndex: globalIndexes(input),
      localSecondaryIndex: localIndexes(input),
      ttl: when(input.ttl, (ttl) => ({ attributeName: ttl.attribute_name, enabled: ttl.enabled })),
      streamEnabled: expr`${input.stream_view_type} != null || length(${input.replicas}) > 0`,
      streamViewType: expr`length(${input.replicas}) > 0 ? "NEW_AND_OLD_IMAGES" : ${input.stream_view_type}`,
      pointInTimeRecovery: recovery(input),
      serverSideEncryption: { enabled: true, kmsKeyArn: input.protection.kms_key_arn },
      replica: each(input.replicas, (replica, region) => ({
        regionName: region,
        kmsKeyArn: replica.kms_key_arn,
        pointInTimeRecovery: replica.point_in_time_recovery,
      })),
      deletionProtectionEnabled: input.protection.deletion_protection_enabled,
      tableClass: input.protection.table_class,
      tags: input.tags,
      lifecycle: { ignoreChanges: ["read_capacity", "write_capacity"] },
    });
    this.scale("Read", input.read_capacity);
    this.scale("Write", input.write_capacity);
  }

  get outputs() {
    return {
      dynamodb_table_name: this.table.attribute("name"),
      dynamodb_table_arn: this.table.attribute("arn"),
      dynamodb_table_stream_arn: this.whereStreamed(this.table.attribute("streamArn")),
      dynamodb_table_stream_label: this.whereStreamed(this.table.attribute("streamLabel")),
      dynamodb_table_kms_key_arn: this.input.protection.kms_key_arn,
    };
  }

  /** Without a stream, AWS gives no text instead of null. */
  private whereStreamed(attribute: Expression<string>): Expression<string> {
    const { stream_view_type, replicas } = this.input;
    return expr`${stream_view_type} != null || length(${replicas}) > 0 ? ${attribute} : null`;
  }

  private scale(kind: Kind, capacity: Inputs["read_capacity"]): void {
    const id = kind.toLowerCase();
    const isScaled = presentIf(equals(this.input.billing_mode, "PROVISIONED"));
    const target = optionalResource(this, id, AppautoscalingTarget, isScaled, () => ({
      serviceNamespace: "dynamodb",
      resourceId: text`table/${this.table.attribute("name")}`,
      scalableDimension: `dynamodb:table:${kind}CapacityUnits`,
      minCapacity: lowest(capacity),
      maxCapacity: highest(capacity),
    }));
    optionalResource(this, `${id}_utilisation`, AppautoscalingPolicy, isScaled, () => ({
      name: text`${this.table.attribute("name")}-${id}`,
      policyType: "TargetTrackingScaling",
      serviceNamespace: "dynamodb",
      resourceId: target.attribute("resourceId"),
      scalableDimension: target.attribute("scalableDimension"),
      targetTrackingScalingPolicyConfiguration: {
        targetValue: orNull(capacity, ({ target }) => target),
        predefinedMetricSpecification: { predefinedMetricType: `DynamoDB${kind}CapacityUtilization` },
      },
    }));
  }
}

const globalIndexes = (input: Inputs): Body<DynamodbTableGlobalSecondaryIndex[]> =>
  each(input.global_secondary_indexes, (index, name) => ({
    name,
    hashKey: index.hash_key,
    rangeKey: index.range_key,
    projectionType: index.projection_type,
    nonKeyAttributes: index.non_key_attributes,
    readCapacity: provisioned(input, firstOf(index.read_capacity, highest(input.read_capacity))),
    writeCapacity: provisioned(input, firstOf(index.write_capacity, highest(input.write_capacity))),
  }));

const localIndexes = (input: Inputs): Body<DynamodbTableLocalSecondaryIndex[]> =>
  each(input.local_secondary_indexes, (index, name) => ({
    name,
    rangeKey: index.range_key,
    projectionType: index.projection_type,
    nonKeyAttributes: index.non_key_attributes,
  }));

const lowest = (capacity: Inputs["read_capacity"]) => orNull(capacity, ({ min }) => min);
const highest = (capacity: Inputs["read_capacity"]) => orNull(capacity, ({ max }) => max);

const provisioned = (input: Inputs, units: Expression<number | undefined>) =>
  expr<number | undefined>`${input.billing_mode} == "PROVISIONED" ? ${units} : null`;

const firstOf = <T>(first: Expression<T>, second: Expression<T>) => expr<T>`${first} != null ? ${first} : ${second}`;

interface Limits {
  readonly read?: number;
  readonly write?: number;
}
const onDemandLimits = ({ billing_mode, read_capacity, write_capacity }: Inputs) =>
  expr<
    Limits | undefined
  >`${billing_mode} == "PAY_PER_REQUEST" && (${read_capacity} != null || ${write_capacity} != null) ? { read = ${highest(read_capacity)}, write = ${highest(write_capacity)} } : null`;

const recovery = ({ protection: { point_in_time_recovery: period } }: Inputs) => ({
  enabled: period.enabled,
  recoveryPeriodInDays: expr<number>`${period.enabled} ? ${period.recovery_period_in_days} : null`,
});
