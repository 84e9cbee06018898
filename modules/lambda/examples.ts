import type { Input } from "../../lib/schema";
import type { inputs } from "./inputs";

export const minimal: Input<typeof inputs> = {
  function_name: "orders",
  code: { s3: { bucket: "releases", key: "orders.zip" } },
  handler: "index.handler",
  runtime: "nodejs22.x",
};

export const complete: Input<typeof inputs> = {
  function_name: "orders-complete",
  description: "Takes orders.",
  code: { filename: "orders.zip", source_code_hash: "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=" },
  handler: "index.handler",
  runtime: "nodejs22.x",
  architectures: ["x86_64"],
  memory_size: 512,
  timeout: 30,
  environment_variables: { LOG_LEVEL: "info" },
  policy_statements: {
    mail: { actions: ["ses:SendEmail"], resources: ["arn:aws:ses:us-east-1:123456789012:identity/example.com"] },
    own_items: {
      actions: ["dynamodb:GetItem"],
      resources: ["arn:aws:dynamodb:us-east-1:123456789012:table/orders"],
      conditions: { "ForAllValues:StringEquals": { "dynamodb:LeadingKeys": ["shop"] } },
    },
  },
  policies: {
    insights: "CloudWatchLambdaInsightsExecutionRolePolicy",
    own: "arn:aws:iam::123456789012:policy/orders",
  },
  role: { permissions_boundary_arn: "arn:aws:iam::123456789012:policy/boundary" },
  vpc: {
    subnet_ids: ["subnet-0a1b2c3d"],
    security_group: { vpc_id: "vpc-0a1b2c3d" },
    security_group_ids: ["sg-0a1b2c3d"],
  },
  network_rules: { cache: { security_group_id: "sg-0a1b2c3e", port: 16379, to_port: 16384 } },
  logging: { retention_in_days: 30, application_log_level: "INFO", system_log_level: "WARN" },
  event_sources: {
    changes: {
      dynamodb_stream_arn: "arn:aws:dynamodb:us-east-1:123456789012:table/orders/stream/2026-01-01T00:00:00.000",
      filter_patterns: ['{"eventName":["INSERT"]}'],
      on_failure: { sqs_queue_arn: "arn:aws:sqs:us-east-1:123456789012:failed-batches" },
    },
  },
  function_url: {
    cors: {
      allow_origins: ["https://example.com"],
      allow_headers: ["content-type"],
      expose_headers: ["x-request-id"],
      max_age: 3600,
    },
  },
  tracing_mode: "Active",
  limits: { reserved_concurrent_executions: 10, ephemeral_storage_size: 1024 },
  asynchronous: {
    maximum_retry_attempts: 1,
    dead_letter: { sqs_queue_arn: "arn:aws:sqs:us-east-1:123456789012:dead-letters" },
  },
  layers: ["arn:aws:lambda:us-east-1:580247275435:layer:LambdaInsightsExtension:53"],
  kms_key_arn: "arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555",
  tags: { Service: "orders" },
  run_once: { input: '{"seed":true}', on: "input" },
};

/** A container image, whose failures go to topics. */
export const image = {
  function_name: "orders-image",
  code: { image_uri: "123456789012.dkr.ecr.us-east-1.amazonaws.com/orders:1.4.2" },
  logging: { log_format: "Text" },
  vpc: { subnet_ids: ["subnet-0a1b2c3d"], security_group: { vpc_id: "vpc-0a1b2c3d" } },
  network_rules: { database: { security_group_id: "sg-0a1b2c3e", port: 5432 } },
  asynchronous: { dead_letter: { sns_topic_arn: "arn:aws:sns:us-east-1:123456789012:dead-letters" } },
  event_sources: {
    changes: {
      dynamodb_stream_arn: "arn:aws:dynamodb:us-east-1:123456789012:table/orders/stream/2026-01-01T00:00:00.000",
      starting_position: "TRIM_HORIZON",
      on_failure: { sns_topic_arn: "arn:aws:sns:us-east-1:123456789012:failed-batches" },
    },
  },
} as const satisfies Input<typeof inputs>;

const { function_name, code, handler, runtime } = minimal;
const { changes } = image.event_sources;
const both = { sqs_queue_arn: "arn:aws:sqs:us-east-1:123456789012:failed", ...image.asynchronous.dead_letter };

export const rejected: Readonly<Record<string, Input<typeof inputs>>> = {
  "a variable that Lambda sets": { ...minimal, environment_variables: { AWS_REGION: "us-east-1" } },
  "no code": { ...minimal, code: {} },
  "code from two places": { ...minimal, code: { ...code, filename: "orders.zip" } },
  "a zip package without a handler": { function_name, code, runtime },
  "a zip package without a runtime": { function_name, code, handler },
  "an image with a handler": { ...image, handler },
  "an image with a runtime": { ...image, runtime },
  "a level of the function's lines in text": {
    ...image,
    logging: { log_format: "Text", application_log_level: "INFO" },
  },
  "a level of Lambda's lines in text": { ...image, logging: { log_format: "Text", system_log_level: "INFO" } },
  "no dead letter target": { ...minimal, asynchronous: { dead_letter: {} } },
  "two dead letter targets": { ...minimal, asynchronous: { dead_letter: both } },
  "no security group": { ...minimal, vpc: { subnet_ids: ["subnet-0a1b2c3d"] } },
  "used ports that begin after their end": {
    ...image,
    network_rules: { cache: { security_group_id: "sg-0a1b2c3e", port: 2, to_port: 1 } },
  },
  "a network rule outside of a network": { ...minimal, network_rules: complete.network_rules },
  "a network rule without a group of its own": {
    ...minimal,
    vpc: { subnet_ids: ["subnet-0a1b2c3d"], security_group_ids: ["sg-0a1b2c3d"] },
    network_rules: complete.network_rules,
  },
  "no target of failed batches": { ...image, event_sources: { changes: { ...changes, on_failure: {} } } },
  "two targets of failed batches": { ...image, event_sources: { changes: { ...changes, on_failure: both } } },
};
