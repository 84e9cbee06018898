import { join } from "node:path";
import { packageFolder } from "../../lib/package";
import { type Account, newAccount } from "../support/account";
import { scratchFolder, writeFiles } from "../support/folder";
import { renderedModules } from "../support/modules";
import { awsVersions } from "../support/providers";
import { Terraform } from "../support/terraform";
import {
  apis,
  deployed,
  functions,
  groups,
  hostile,
  listener,
  machine,
  monitors,
  neighbours,
  tables,
  ticket,
} from "./modules-root";

let account: Account;
let root: Terraform;
let found: Awaited<ReturnType<Terraform["resources"]>>;

const calls = (module: string, prefix: string, all: Readonly<Record<string, object>>) =>
  Object.fromEntries(
    Object.entries(all).map(([name, call]) => [`${prefix}_${name}`, { source: `./modules/${module}`, ...call }]),
  );
const outputs = (names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, { value: `\${module.${name}}` }]));

beforeAll(async () => {
  account = newAccount();
  const folder = await scratchFolder({ ...(await renderedModules()), "code/index.mjs": "export const handler = 1;\n" });
  const zip = await packageFolder({ folder: join(folder, "code"), name: "code", into: join(folder, ".artifacts") });
  const module = {
    ...calls("dynamodb", "table", tables),
    ...calls("lambda", "function", functions(zip)),
    ...calls("lambda-external-code", "deployed", deployed(functions(zip))),
    ...calls("api-gateway", "api", apis),
    ...calls("monitoring", "monitoring", monitors),
    ...calls("security-group", "group", groups),
  };
  const resource = neighbours(`code-${account.id}`, zip.file);
  const main = { ...awsVersions, module, resource, output: outputs(Object.keys(module)) };
  await writeFiles(folder, { "main.tf.json": main });
  root = new Terraform(folder, account.env);
  await root.init();
  await root.apply();
  found = await root.resources();
});

const table = (name: string) => found[`module.table_${name}.aws_dynamodb_table.this`];
const lambda = (name: string) => found[`module.function_${name}.aws_lambda_function.function`];
const logs = (name: string) => found[`module.function_${name}.aws_cloudwatch_log_group.this`];
const statements = (name: string) =>
  JSON.parse(String(found[`module.function_${name}.aws_iam_role_policy.policy`]?.policy)).Statement;

test("a second plan changes nothing", async () => {
  expect(await root.drift()).toBe("");
});

test.each(Object.keys(tables))("the table %s is encrypted and can be recovered", (name) => {
  expect(table(name)).toMatchObject({
    point_in_time_recovery: [{ enabled: true }],
    server_side_encryption: [{ enabled: true }],
  });
});

test("on demand nothing scales, and limits are those of the table", () => {
  const scaled = Object.keys(found).filter((address) => address.includes("aws_appautoscaling"));
  expect(new Set(scaled.map((address) => address.split(".")[1]))).toEqual(new Set(["table_complete"]));
  expect(table("limited")).toMatchObject({
    billing_mode: "PAY_PER_REQUEST",
    on_demand_throughput: [{ max_read_request_units: 1000, max_write_request_units: 500 }],
  });
});

test("provisioned capacity scales between its limits, and that of an index is the table's most", () => {
  expect(table("complete")).toMatchObject({
    billing_mode: "PROVISIONED",
    global_secondary_index: [{ name: "by-status", read_capacity: 50, write_capacity: 20 }],
    local_secondary_index: [{ name: "by-time" }],
    ttl: [{ attribute_name: "expires_at", enabled: true }],
    stream_view_type: "NEW_AND_OLD_IMAGES",
  });
  expect(found["module.table_complete.aws_appautoscaling_target.read[0]"]).toMatchObject({
    resource_id: "table/orders-complete",
    min_capacity: 5,
    max_capacity: 50,
  });
});

test("a table with a key of the caller's names it, and a stream only where there is one", async () => {
  const given = await root.output();
  const key = found["aws_kms_key.own"]?.arn;
  expect(table("rare")).toMatchObject({ table_class: "STANDARD_INFREQUENT_ACCESS" });
  expect(given.table_rare).toMatchObject({
    dynamodb_table_kms_key_arn: key,
    dynamodb_table_stream_arn: expect.stringContaining(":table/rare/stream/"),
  });
  expect(given.table_minimal).toMatchObject({ dynamodb_table_kms_key_arn: null, dynamodb_table_stream_arn: null });
});

test("the role of a function that needs nothing may write its own logs and nothing else", () => {
  expect(statements("minimal")).toEqual([
    {
      Effect: "Allow",
      Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
      Resource: `arn:aws:logs:us-east-1:${account.id}:log-group:/aws/lambda/orders:*`,
    },
  ]);
});

test("the role of a function may do what its inputs need, on what they name", () => {
  const arn = (service: string, rest: string) => `arn:aws:${service}:us-east-1:${account.id}:${rest}`;
  const failed = { Effect: "Allow", Action: "sqs:SendMessage", Resource: arn("sqs", "failed") };
  const stream = String(table("complete")?.stream_arn);
  expect(statements("complete").slice(3)).toEqual([
    { Effect: "Allow", Action: "kms:Decrypt", Resource: found["aws_kms_key.own"]?.arn },
    failed,
    {
      Effect: "Allow",
      Action: ["dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator", "dynamodb:ListStreams"],
      Resource: [stream, stream.replace(/[^/]*$/, "*")],
    },
    failed,
    expect.objectContaining({ Action: ["ses:SendEmail"] }),
    expect.objectContaining({
      Action: ["dynamodb:GetItem"],
      Condition: { "ForAllValues:StringEquals": { "dynamodb:LeadingKeys": ["shop"] } },
    }),
  ]);
});

test("a topic is published to, where a queue is sent to", () => {
  const publish = { Effect: "Allow", Action: "sns:Publish", Resource: found["aws_sns_topic.failed"]?.arn };
  const [, deadLetters, , failedBatches] = statements("image");
  expect([deadLetters, failedBatches]).toEqual([publish, publish]);
});

test("only what has no resources in IAM is allowed on all of them", () => {
  const everywhere = ["minimal", "complete", "image", "open"].flatMap((name) =>
    statements(name).filter(({ Resource }: { Resource: unknown }) => Resource === "*"),
  );
  const actions = everywhere.flatMap(({ Action }: { Action: string[] }) => Action);
  expect(actions.filter((action: string) => !/^(ec2|xray):/.test(action))).toEqual([]);
});

test("logs are kept as long as the function says, under its key", () => {
  expect(logs("minimal")).toMatchObject({ retention_in_days: 365, kms_key_id: "" });
  expect(logs("open")).toMatchObject({ retention_in_days: 7, kms_key_id: found["aws_kms_key.own"]?.arn });
  expect(lambda("open")).toMatchObject({ logging_config: [{ log_group: "/aws/lambda/open" }] });
});

test("a function has the code that it was given", () => {
  expect(lambda("minimal")).toMatchObject({ package_type: "Zip", s3_key: "orders.zip", architectures: ["arm64"] });
  expect(lambda("image")).toMatchObject({
    package_type: "Image",
    image_uri: expect.stringMatching(/\/orders:1\.4\.2$/),
  });
  expect(lambda("complete")).toMatchObject({
    runtime: "nodejs22.x",
    vpc_config: [{ subnet_ids: [expect.any(String)] }],
  });
});

test("a function is called with the text that it was given, and what it answers is an output", async () => {
  const { function_open } = (await root.output()) as Record<string, Record<string, unknown>>;
  expect(JSON.parse(String(function_open?.lambda_run_once_result))).toEqual(hostile);
  expect(Object.keys(found).filter((address) => address.includes("aws_lambda_invocation"))).toEqual([
    "module.function_complete.aws_lambda_invocation.once[0]",
    "module.function_open.aws_lambda_invocation.once[0]",
  ]);
});

test("policies are attached by name and by ARN", () => {
  const attached = (key: string) =>
    found[`module.function_complete.aws_iam_role_policy_attachment.managed["${key}"]`]?.policy_arn;
  expect(attached("insights")).toBe("arn:aws:iam::aws:policy/CloudWatchLambdaInsightsExecutionRolePolicy");
  expect(attached("own")).toBe(found["aws_iam_policy.own"]?.arn);
});

test("a function whose code others deploy starts with the code that it was given", () => {
  expect(found["module.deployed_minimal.aws_lambda_function.function"]).toMatchObject({ s3_key: "orders.zip" });
});

test("a stream is read by the function, with the settings of its source", () => {
  expect(found['module.function_complete.aws_lambda_event_source_mapping.source["changes"]']).toMatchObject({
    event_source_arn: table("complete")?.stream_arn,
    batch_size: 100,
    function_response_types: ["ReportBatchItemFailures"],
    destination_config: [{ on_failure: [{ destination_arn: found["aws_sqs_queue.failed"]?.arn }] }],
  });
});

test("a URL asks for signed requests, unless it is open to anybody", () => {
  const url = (name: string) => found[`module.function_${name}.aws_lambda_function_url.url[0]`];
  const open = "module.function_open.aws_lambda_permission.public_url[0]";
  expect([url("complete"), url("open")]).toMatchObject([
    { authorization_type: "AWS_IAM" },
    { authorization_type: "NONE" },
  ]);
  const permissions = Object.keys(found).filter((address) => /function_\w+\.aws_lambda_permission/.test(address));
  expect(permissions).toEqual([open]);
});

const api = (name: string, type: string, key = "this") => found[`module.api_${name}.aws_${type}.${key}`];
const integration = (key: string) => api("services", "apigatewayv2_integration", `target["${key}"]`);

test("the log of requests is in JSON, kept as long as the API says", () => {
  expect(api("minimal", "cloudwatch_log_group")).toMatchObject({ retention_in_days: 365 });
  const [log] = (api("complete", "apigatewayv2_stage")?.access_log_settings ?? []) as Record<string, string>[];
  expect(JSON.parse(String(log?.format))).toMatchObject({ routeKey: "$context.routeKey", status: "$context.status" });
  expect(log?.destination_arn).toBe(api("complete", "cloudwatch_log_group")?.arn);
});

test("a route is throttled as it says, and as the stage says otherwise", () => {
  expect(api("complete", "apigatewayv2_stage")).toMatchObject({
    default_route_settings: [{ throttling_rate_limit: 200, throttling_burst_limit: 100 }],
    route_settings: expect.arrayContaining([
      expect.objectContaining({ route_key: "POST /hooks", throttling_rate_limit: 5, throttling_burst_limit: 5 }),
      expect.objectContaining({ route_key: "POST /orders", throttling_rate_limit: 50, throttling_burst_limit: 10 }),
    ]),
  });
});

test.each([
  ["POST /orders", "JWT", "users"],
  ["GET /reports", "CUSTOM", "partners"],
])("the route %s asks the authorizer of kind %s", (route, authorization_type, authorizer) => {
  expect(api("complete", "apigatewayv2_route", `route["${route}"]`)).toMatchObject({
    authorization_type,
    authorizer_id: api("complete", "apigatewayv2_authorizer", `authorizer["${authorizer}"]`)?.id,
  });
});

test.each([
  ["minimal", "GET /orders", "AWS_IAM"],
  ["complete", "POST /hooks", "NONE"],
])("a route of %s without an authorizer is as it says: %s is %s", (name, route, authorization_type) => {
  expect(api(name, "apigatewayv2_route", `route["${route}"]`)).toMatchObject({ authorization_type });
});

test("a function may be called by this API alone, an authorizer for its decisions alone", () => {
  const arn = api("complete", "apigatewayv2_api")?.execution_arn;
  const decider = api("complete", "apigatewayv2_authorizer", 'authorizer["partners"]')?.id;
  const permissions = Object.entries(found).filter(([address]) => /api_complete.aws_lambda_perm/.test(address));
  expect(
    Object.fromEntries(permissions.map(([address, { source_arn }]) => [address.split(".").at(-1), source_arn])),
  ).toEqual({
    'authorizer["partners"]': `${arn}/authorizers/${decider}`,
    'target["orders"]': `${arn}/*`,
    'target["reports"]': `${arn}/*`,
  });
});

test("the role of an API may do to each service what its routes ask of it, and is only there for that", () => {
  const queue = found["aws_sqs_queue.failed"]?.arn;
  const policy = JSON.parse(String(api("services", "iam_role_policy", "targets[0]")?.policy));
  expect(policy.Statement).toEqual(
    [
      { Action: "events:PutEvents", Resource: found["aws_cloudwatch_event_bus.own"]?.arn },
      { Action: "sqs:SendMessage", Resource: queue },
      { Action: ["kms:GenerateDataKey", "kms:Decrypt"], Resource: found["aws_kms_key.own"]?.arn },
      { Action: "states:StartExecution", Resource: machine.state_machine_arn },
      { Action: "states:StartSyncExecution", Resource: machine.state_machine_arn },
    ].map((statement) => ({ Effect: "Allow", ...statement })),
  );
  expect(api("minimal", "iam_role", "targets[0]")).toBeUndefined();
});

test.each([
  ["jobs", "SQS-SendMessage", ["QueueUrl", "MessageBody", "MessageGroupId"]],
  ["bus", "EventBridge-PutEvents", ["EventBusName", "Source", "DetailType", "Detail"]],
  ["payment", "StepFunctions-StartExecution", ["StateMachineArn", "Input"]],
  ["quote", "StepFunctions-StartSyncExecution", ["StateMachineArn", "Input"]],
])("the service %s is reached by %s", (key, integration_subtype, parameters) => {
  expect(integration(key)).toMatchObject({
    integration_subtype,
    payload_format_version: "1.0",
    credentials_arn: api("services", "iam_role", "targets[0]")?.arn,
  });
  expect(Object.keys(integration(key)?.request_parameters as object).sort()).toEqual([...parameters].sort());
});

test("a load balancer in a VPC is reached by the link", () => {
  expect(integration("load_balancer")).toMatchObject({
    integration_type: "HTTP_PROXY",
    integration_uri: listener,
    connection_type: "VPC_LINK",
    connection_id: api("services", "apigatewayv2_vpc_link", 'link["own"]')?.id,
    tls_config: [{ server_name_to_verify: "a.example.com" }],
  });
});

test("an API is found by its domain, where it has one", async () => {
  const given = await root.output();
  const endpoint = api("minimal", "apigatewayv2_api")?.api_endpoint;
  expect(given.api_minimal).toMatchObject({ api_url: endpoint, domain_name_target_domain_name: null });
  expect(given.api_complete).toMatchObject({
    api_url: "https://api.example.com/v1",
    domain_name_target_domain_name: expect.stringContaining("execute-api"),
    domain_name_hosted_zone_id: expect.any(String),
  });
});

const monitor = (type: string, key: string) => found[`module.monitoring_complete.aws_${type}.${key}`];
const alarm = (key: string) => monitor("cloudwatch_metric_alarm", `this["${key}"]`);
const composite = (key: string) => monitor("cloudwatch_composite_alarm", `this["${key}"]`);
const functionName = { FunctionName: "orders" };

test("an alarm compares one metric, by a plain statistic or an extended one", () => {
  expect(alarm("throttles")).toMatchObject({
    alarm_name: "orders-complete-throttles",
    namespace: "AWS/Lambda",
    metric_name: "Throttles",
    dimensions: functionName,
    statistic: "Sum",
    extended_statistic: "",
    comparison_operator: "GreaterThanOrEqualToThreshold",
    threshold: 1,
    period: 60,
    evaluation_periods: 5,
    datapoints_to_alarm: 3,
    treat_missing_data: "notBreaching",
    metric_query: [],
  });
  expect(alarm("latency")).toMatchObject({ statistic: "", extended_statistic: "p99.9", dimensions: functionName });
  expect(alarm("deploying")).toMatchObject({
    namespace: "orders-complete",
    metric_name: "deploying",
    dimensions: null,
  });
});

const queries = (key: string) =>
  Object.fromEntries(((alarm(key)?.metric_query ?? []) as { id: string }[]).map((query) => [query.id, query]));
const queried = (name: string) => [
  { namespace: "AWS/Lambda", metric_name: name, dimensions: functionName, stat: "Sum", period: 300 },
];

test("an alarm compares what an expression makes of several metrics", () => {
  expect(alarm("errors")).toMatchObject({ threshold: 0.5, period: 0, metric_name: "", namespace: "" });
  expect(queries("errors")).toMatchObject({
    result: { expression: "100 * errors / calls", label: hostile.FUNCTION, return_data: true, metric: [] },
    errors: { metric: queried("Errors"), return_data: false },
    calls: { metric: queried("Invocations"), return_data: false },
  });
});

test("an alarm compares a metric with a band of what is expected", () => {
  expect(alarm("calls")).toMatchObject({
    comparison_operator: "GreaterThanUpperThreshold",
    threshold_metric_id: "band",
  });
  expect(queries("calls")).toMatchObject({
    band: { expression: "ANOMALY_DETECTION_BAND(metric, 2)", return_data: true },
    metric: { metric: queried("Invocations"), return_data: true },
  });
});

test("an alarm is made of others, and waits for one that explains it", () => {
  expect(composite("unavailable")).toMatchObject({
    alarm_rule: 'ALARM("orders-complete-throttles")',
    actions_suppressor: [{ alarm: "orders-complete-deploying", wait_period: 120, extension_period: 180 }],
  });
  expect(composite("both")?.alarm_rule).toBe('ALARM("orders-complete-errors") AND ALARM("orders-complete-latency")');
  expect(composite("named")?.alarm_rule).toContain("AND NOT OK(");
});

test("an alarm tells those of its severity, and no ticket is made when it is over", () => {
  const [topic, own] = [monitor("sns_topic", "critical[0]")?.arn, found["aws_sns_topic.failed"]?.arn];
  for (const one of [alarm("throttles"), composite("named")]) {
    expect(new Set(one?.alarm_actions as string[])).toEqual(new Set([topic, ticket]));
    expect(one?.ok_actions).toEqual([topic]);
  }
  for (const one of [alarm("latency"), composite("both")])
    expect(one).toMatchObject({ alarm_actions: [own], ok_actions: [own] });
});

test("a severity has a topic where somebody is subscribed to it", async () => {
  const given = (await root.output()) as Record<string, Record<string, unknown>>;
  const subscribed = Object.entries(found)
    .filter(([address]) => address.startsWith("module.monitoring_complete.aws_sns_topic_subscription"))
    .map(([, { protocol, endpoint }]) => [protocol, endpoint]);
  expect(Object.fromEntries(subscribed)).toEqual({
    email: "ops@example.com",
    sms: "+15550100123",
    https: "https://desk.example.com",
    sqs: found["aws_sqs_queue.failed"]?.arn,
    lambda: lambda("minimal")?.arn,
  });
  expect(given.monitoring_complete).toMatchObject({
    critical_topic_arn: monitor("sns_topic", "critical[0]")?.arn,
    warning_topic_arn: null,
  });
  expect(Object.keys(found).filter((address) => address.startsWith("module.monitoring_minimal"))).toEqual([]);
});

test("alarms of the account may publish to a topic, nobody without TLS, and the topic may call its function", () => {
  const topic = monitor("sns_topic", "critical[0]");
  expect(topic).toMatchObject({ name: "orders-complete-critical", kms_master_key_id: found["aws_kms_key.own"]?.arn });
  expect(JSON.parse(String(monitor("sns_topic_policy", "critical[0]")?.policy)).Statement).toMatchObject([
    {
      Effect: "Allow",
      Principal: { Service: "cloudwatch.amazonaws.com" },
      Resource: topic?.arn,
      Condition: { StringEquals: { "aws:SourceAccount": account.id } },
    },
    { Effect: "Deny", Principal: "*", Condition: { Bool: { "aws:SecureTransport": "false" } } },
  ]);
  expect(monitor("lambda_permission", 'critical["pager"]')).toMatchObject({
    principal: "sns.amazonaws.com",
    source_arn: topic?.arn,
  });
});

test("lines of a log become metrics of the module", () => {
  const filter = (key: string) => monitor("cloudwatch_log_metric_filter", `this["${key}"]`);
  expect(filter("deploying")).toMatchObject({
    log_group_name: "/aws/lambda/orders",
    pattern: hostile.LINES,
    metric_transformation: [
      { namespace: "orders-complete", name: "deploying", value: "1", default_value: "0", unit: "Count" },
    ],
  });
  expect(filter("failed")).toMatchObject({
    pattern: '{ $.level = "error" }',
    metric_transformation: [{ dimensions: { Method: "$.method" }, default_value: "" }],
  });
});

test("a dashboard shows all alarms, and graphs in columns below", () => {
  const { widgets } = JSON.parse(String(monitor("cloudwatch_dashboard", "this[0]")?.dashboard_body));
  const places = widgets.map(({ type, x, y, width, height }: Record<string, unknown>) => [type, x, y, width, height]);
  expect(places).toEqual([
    ["alarm", 0, 0, 24, 3],
    ["text", 0, 3, 24, 1],
    ["metric", 0, 4, 8, 6],
    ["metric", 8, 4, 8, 6],
    ["metric", 16, 4, 8, 6],
    ["text", 0, 10, 24, 1],
    ["metric", 0, 11, 8, 6],
  ]);
  const arns = Object.keys(found)
    .filter((address) => /^module\.monitoring_complete\.aws_cloudwatch_(metric|composite)_alarm/.test(address))
    .map((address) => found[address]?.arn);
  expect(new Set(widgets[0].properties.alarms)).toEqual(new Set(arns));
  expect(widgets.slice(1).map(({ properties }: { properties: unknown }) => properties)).toEqual([
    { markdown: "## Calls" },
    graph({
      title: "Calls",
      metrics: [["AWS/Lambda", "Invocations", "FunctionName", "orders", drawn({ label: hostile.LINES })]],
    }),
    graph({
      title: hostile.FUNCTION,
      metrics: [["AWS/Lambda", "Errors", "FunctionName", "orders", drawn({})]],
      yAxis: { left: { label: "errors" } },
    }),
    graph({
      title: "Throttles",
      stacked: true,
      metrics: [["AWS/Lambda", "Throttles", "FunctionName", "orders", drawn({ yAxis: "right" })]],
    }),
    { markdown: "## Releases" },
    graph({ title: "Releases", metrics: [["orders-complete", "deploying", drawn({ stat: "Maximum" })]] }),
  ]);
});

const graph = (properties: object) => ({ view: "timeSeries", region: "us-east-1", stacked: false, ...properties });
const drawn = (change: object) => ({ stat: "Sum", yAxis: "left", ...change });

test("texts that look like expressions arrive as they are", () => {
  expect(lambda("open")).toMatchObject({ description: hostile.LINES, environment: [{ variables: hostile }] });
  expect(table("complete")).toMatchObject({ tags: hostile });
  expect(api("complete", "apigatewayv2_api")).toMatchObject({ tags: hostile });
  expect(api("services", "apigatewayv2_api")).toMatchObject({ description: hostile.LINES });
  expect(alarm("errors")).toMatchObject({ alarm_description: hostile.LINES, tags: hostile });
  expect(composite("both")).toMatchObject({ alarm_description: hostile.FUNCTION });
});

test("everything goes again", async () => {
  await root.destroy();
  expect(await root.stateList()).toEqual([]);
});
