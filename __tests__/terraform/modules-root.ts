import { escapeAll, escapeTemplate } from "../../lib/compose";
import type { ModuleInputs } from "../../lib/module";
import type { Package } from "../../lib/package";
import type { apiGateway } from "../../modules/api-gateway";
import * as api from "../../modules/api-gateway/examples";
import type { dynamodb } from "../../modules/dynamodb";
import * as table from "../../modules/dynamodb/examples";
import type { lambda } from "../../modules/lambda";
import * as code from "../../modules/lambda/examples";
import type { lambdaExternalCode } from "../../modules/lambda-external-code";
import type { monitoring } from "../../modules/monitoring";
import * as watch from "../../modules/monitoring/examples";
import type { securityGroup } from "../../modules/security-group";
import * as group from "../../modules/security-group/examples";

type Group = ModuleInputs<typeof securityGroup>;
type Api = ModuleInputs<typeof apiGateway>;
type Table = ModuleInputs<typeof dynamodb>;
type Lambda = ModuleInputs<typeof lambda>;
type External = ModuleInputs<typeof lambdaExternalCode>;
type Monitoring = ModuleInputs<typeof monitoring>;

/** Texts that would be something else if anything evaluated them. */
export const hostile = {
  FUNCTION: '${file("/etc/passwd")}',
  DIRECTIVE: "%{ if true }x%{ endif }",
  END: '"}',
  LINES: 'several\nlines\twith "quotes", \\ and $${escapes}',
};

const { vpc: _vpc, network_rules: _rules, ...imageAlone } = code.image;

/** Lets the tables go again. */
const unprotected = { deletion_protection_enabled: false };
const { replicas: _, ...oneRegion } = table.global;

/** Calls of the module, by name; without replicas, which the emulator forgets: each plan would add them again. */
export const tables: Readonly<Record<string, Table>> = {
  minimal: { ...table.minimal, protection: unprotected },
  complete: { ...table.complete, tags: escapeAll(hostile) as Table["tags"] },
  limited: { ...oneRegion, protection: unprotected },
  rare: {
    ...table.minimal,
    name: "rare",
    stream_view_type: "KEYS_ONLY",
    ttl: { attribute_name: "expires_at", enabled: true },
    protection: { ...unprotected, table_class: "STANDARD_INFREQUENT_ACCESS", kms_key_arn: "${aws_kms_key.own.arn}" },
  },
};

const [source] = Object.values(code.complete.event_sources ?? {});

/** Calls of the module, with the resources of `neighbours` in the place of the examples' own. */
export const functions = ({
  file: filename,
  sourceCodeHash: source_code_hash,
}: Package): Readonly<Record<string, Lambda>> => ({
  minimal: { ...code.minimal, code: { s3: { bucket: "${aws_s3_object.code.bucket}", key: "orders.zip" } } },
  complete: {
    ...code.complete,
    code: { filename, source_code_hash },
    vpc: {
      subnet_ids: ["${aws_subnet.own.id}"],
      security_group: { vpc_id: "${aws_vpc.own.id}" },
      security_group_ids: ["${aws_security_group.own.id}"],
    },
    network_rules: { cache: { security_group_id: "${module.group_minimal.security_group_id}", port: 6379 } },
    event_sources: {
      changes: {
        ...source,
        dynamodb_stream_arn: "${module.table_complete.dynamodb_table_stream_arn}",
        on_failure: { sqs_queue_arn: "${aws_sqs_queue.failed.arn}" },
      },
    },
    asynchronous: { dead_letter: { sqs_queue_arn: "${aws_sqs_queue.failed.arn}" } },
    layers: ["${aws_lambda_layer_version.own.arn}"],
    policies: { ...code.complete.policies, own: "${aws_iam_policy.own.arn}" },
    role: { permissions_boundary_arn: "${aws_iam_policy.own.arn}" },
    kms_key_arn: "${aws_kms_key.own.arn}",
  },
  image: {
    ...imageAlone,
    code: { image_uri: "${aws_ecr_repository.orders.repository_url}:1.4.2" },
    event_sources: {
      changes: {
        ...code.image.event_sources.changes,
        dynamodb_stream_arn: "${module.table_rare.dynamodb_table_stream_arn}",
        on_failure: { sns_topic_arn: "${aws_sns_topic.failed.arn}" },
      },
    },
    asynchronous: { dead_letter: { sns_topic_arn: "${aws_sns_topic.failed.arn}" } },
  },
  open: {
    function_name: "open",
    description: escapeTemplate(hostile.LINES),
    code: { filename, source_code_hash },
    handler: "index.handler",
    runtime: "python3.13",
    function_url: { authorization_type: "NONE" },
    environment_variables: escapeAll(hostile) as Lambda["environment_variables"],
    logging: { kms_key_arn: "${aws_kms_key.own.arn}", retention_in_days: 7 },
    run_once: { input: escapeTemplate(JSON.stringify(hostile)) },
  },
});

/** Calls of the module of functions whose code others deploy. */
export const deployed = ({ minimal, open }: ReturnType<typeof functions>): Readonly<Record<string, External>> => {
  const { run_once: _, ...rest } = open as Lambda;
  return {
    minimal: { ...(minimal as Lambda), function_name: "deployed" },
    open: { ...rest, function_name: "deployed-open" },
  };
};

const vpc_id = "${aws_vpc.own.id}";
const used = "${aws_security_group.own.id}";

/** Calls of the module, in the network of the neighbours. */
export const groups: Readonly<Record<string, Group>> = {
  minimal: { ...group.minimal, vpc_id },
  complete: {
    ...group.complete,
    vpc_id,
    network_rules: { database: { security_group_id: used, port: 5432, to_port: 5433 } },
    ingress_rules: { office: group.complete.ingress_rules.office, world: { port: 443, cidr_ipv6: "::/0" } },
    egress_rules: {
      everywhere: { protocol: "all", cidr_ipv4: "0.0.0.0/0" },
      proxies: { port: 443, security_group_id: used },
    },
  },
};

const called = (name: string) => ({
  function_name: `\${module.function_${name}.lambda_function_name}`,
  invoke_arn: `\${module.function_${name}.lambda_function_invoke_arn}`,
});
const queue = { queue_url: "${aws_sqs_queue.failed.url}", queue_arn: "${aws_sqs_queue.failed.arn}" };
export const listener =
  "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/net/own/0123456789abcdef/0123456789abcdef";
/** No resource: for each plan the provider asks AWS whether a definition is right, which the emulator cannot tell. */
export const machine = { state_machine_arn: "arn:aws:states:us-east-1:123456789012:stateMachine:own" };

/** Calls of the module, with the functions and neighbours above in the place of the examples' own. */
export const apis: Readonly<Record<string, Api>> = {
  minimal: { ...api.minimal, targets: { orders: { lambda: called("minimal") } } },
  complete: {
    ...api.complete,
    targets: {
      ...api.complete.targets,
      orders: { lambda: called("complete") },
      reports: { lambda: called("minimal") },
      hooks: { sqs: queue },
    },
    authorizers: { ...api.complete.authorizers, partners: { lambda: called("minimal") } },
    stage: { ...api.complete.stage, access_logs: { kms_key_arn: "${aws_kms_key.own.arn}" } },
    domain: {
      domain_name: "api.example.com",
      certificate_arn: "${aws_acm_certificate.own.arn}",
      mapping_key: "v1",
      mutual_tls: { truststore_uri: "s3://${aws_s3_object.code.bucket}/${aws_s3_object.code.key}" },
    },
    tags: escapeAll(hostile) as Api["tags"],
  },
  services: {
    name: "services",
    description: escapeTemplate(hostile.LINES),
    routes: Object.fromEntries(
      ["jobs", "bus", "payment", "quote", "load_balancer"].map((target) => [`POST /${target}`, { target }]),
    ),
    targets: {
      jobs: { sqs: { ...queue, message_group_id: "$request.path.group", kms_key_arn: "${aws_kms_key.own.arn}" } },
      bus: { eventbridge: { event_bus_arn: "${aws_cloudwatch_event_bus.own.arn}", source: "shop", detail_type: "x" } },
      payment: { step_functions: machine },
      quote: { step_functions: { ...machine, synchronous: true } },
      load_balancer: {
        private: {
          vpc_link: "own",
          listener_arn: listener,
          server_name_to_verify: "a.example.com",
        },
      },
    },
    vpc_links: { own: { subnet_ids: ["${aws_subnet.own.id}"], security_group_ids: ["${aws_security_group.own.id}"] } },
    tags: { Service: "services" },
  },
};

const ofFunction = (name: string) => ({
  namespace: "AWS/Lambda",
  name,
  dimensions: { FunctionName: "${module.function_minimal.lambda_function_name}" },
  statistic: "Sum",
});
const logGroup = "${module.function_minimal.lambda_cloudwatch_log_group_name}";
export const ticket = "arn:aws:ssm:us-east-1:123456789012:opsitem:1";
const { deploying } = watch.complete.log_metric_filters ?? {};

/** Calls of the module, with the functions and neighbours above in the place of the examples' own. */
export const monitors: Readonly<Record<string, Monitoring>> = {
  minimal: watch.minimal,
  complete: {
    ...watch.complete,
    alarms: {
      ...watch.complete.alarms,
      errors: {
        description: escapeTemplate(hostile.LINES),
        math: {
          expression: "100 * errors / calls",
          label: escapeTemplate(hostile.FUNCTION),
          metrics: { errors: ofFunction("Errors"), calls: ofFunction("Invocations") },
        },
        threshold: 0.5,
      },
      latency: { severity: "warning", metric: { ...ofFunction("Duration"), statistic: "p99.9" }, threshold: 5000 },
      calls: { anomaly: ofFunction("Invocations"), severity: "warning" },
    },
    composite_alarms: {
      ...watch.complete.composite_alarms,
      both: { all_of: ["errors", "latency"], severity: "warning", description: escapeTemplate(hostile.FUNCTION) },
      named: { rule: 'ALARM("orders-complete-calls") AND NOT OK("orders-complete-errors")' },
    },
    notify: {
      critical: {
        ops: { email: "ops@example.com" },
        duty: { sms: "+15550100123" },
        desk: { https: "https://desk.example.com" },
        queue: { sqs: { queue_arn: "${aws_sqs_queue.failed.arn}" } },
        pager: { lambda: { function_arn: "${module.function_minimal.lambda_function_arn}" } },
        ticket: { action: { arn: ticket } },
      },
      warning: { own: { action: { arn: "${aws_sns_topic.failed.arn}" } } },
    },
    kms_key_arn: "${aws_kms_key.own.arn}",
    log_metric_filters: {
      deploying: { ...deploying, log_group_name: logGroup, pattern: escapeTemplate(hostile.LINES) },
      failed: { log_group_name: logGroup, pattern: '{ $.level = "error" }', dimensions: { Method: "$.method" } },
    },
    dashboard: {
      region: "us-east-1",
      rows: {
        calls: {
          title: "Calls",
          widgets: {
            all: {
              title: "Calls",
              metrics: { all: { ...ofFunction("Invocations"), label: escapeTemplate(hostile.LINES) } },
            },
            errors: {
              title: escapeTemplate(hostile.FUNCTION),
              metrics: { all: ofFunction("Errors") },
              y_label: "errors",
            },
            throttles: {
              title: "Throttles",
              metrics: { all: { ...ofFunction("Throttles"), axis: "right" } },
              stacked: true,
            },
          },
        },
        releases: {
          title: "Releases",
          widgets: { all: { title: "Releases", metrics: { all: { name: "deploying", statistic: "Maximum" } } } },
        },
      },
    },
    tags: escapeAll(hostile) as Monitoring["tags"],
  },
};

/** What the calls need beside them. */
export const neighbours = (bucket: string, zip: string) => ({
  aws_kms_key: { own: { description: "own" } },
  aws_iam_policy: {
    own: {
      name: "own",
      policy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Action: "s3:GetObject", Resource: "*" }],
      }),
    },
  },
  aws_sqs_queue: { failed: { name: "failed" } },
  aws_sns_topic: { failed: { name: "failed" } },
  aws_s3_bucket: { code: { bucket, force_destroy: true } },
  aws_s3_object: { code: { bucket: "${aws_s3_bucket.code.bucket}", key: "orders.zip", source: zip } },
  aws_lambda_layer_version: { own: { layer_name: "own", filename: zip } },
  aws_ecr_repository: { orders: { name: "orders" } },
  aws_vpc: { own: { cidr_block: "10.0.0.0/16" } },
  aws_subnet: { own: { vpc_id: "${aws_vpc.own.id}", cidr_block: "10.0.0.0/24" } },
  aws_security_group: { own: { vpc_id: "${aws_vpc.own.id}", name: "own" } },
  aws_acm_certificate: { own: { domain_name: "api.example.com", validation_method: "DNS" } },
  aws_cloudwatch_event_bus: { own: { name: "own" } },
});
