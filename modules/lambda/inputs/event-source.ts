import { arnOf } from "../../../clouds/aws-inputs";
import { boolean, integer, list, object, oneOf, optional, string } from "../../../lib/schema";
import { target } from "./targets";

/** Settings of stream sources: https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-params.html */
export const eventSource = object(
  {
    dynamodb_stream_arn: string({
      ...arnOf("dynamodb", "a DynamoDB stream"),
      description: "Stream of a table that is read.",
    }),
    enabled: boolean({ default: true, description: "Whether the source is read." }),
    starting_position: oneOf(["LATEST", "TRIM_HORIZON"], { default: "LATEST", description: "Where reading starts." }),
    batch_size: integer({ default: 100, minimum: 1, maximum: 10000, description: "Most records per call." }),
    maximum_batching_window_in_seconds: integer({
      default: 0,
      minimum: 0,
      maximum: 300,
      description: "Seconds that records are gathered for.",
    }),
    parallelization_factor: integer({
      default: 1,
      minimum: 1,
      maximum: 10,
      description: "Batches per shard at a time.",
    }),
    maximum_retry_attempts: integer({
      default: 10,
      minimum: -1,
      maximum: 10000,
      description: "Retries of a batch that fails; -1 until the records expire.",
    }),
    maximum_record_age_in_seconds: integer({
      default: 86400,
      minimum: 60,
      maximum: 604800,
      description: "Age at which a record is given up, in seconds.",
    }),
    bisect_batch_on_function_error: boolean({
      default: true,
      description: "Whether a batch that fails is split in two.",
    }),
    report_batch_item_failures: boolean({
      default: true,
      description: "Whether the function answers with the records that failed.",
    }),
    filter_patterns: list(string({ minLength: 2, maxLength: 4096 }), {
      default: [],
      maxItems: 5,
      description: "Records that are passed on, as JSON patterns of EventBridge; all if empty.",
    }),
    on_failure: optional(target("Where a batch goes that is given up.")),
  },
  { description: "A stream that the function reads." },
);
