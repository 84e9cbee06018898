import { PlainStack } from "../../lib/cdk";
import type { Module } from "../../lib/module";
import { check, type Input } from "../../lib/schema";
import { apiGateway } from "../../modules/api-gateway";
import { HttpApi } from "../../modules/api-gateway/construct";
import { complete, internal, minimal, queue } from "../../modules/api-gateway/examples";
import { rendered } from "./rendered";

type Inputs = Input<typeof apiGateway.inputs>;
type Resources = Record<string, Record<string, Record<string, unknown>>>;

/** What the construct makes in a stack of its own. */
function made(inputs: Inputs): Resources {
  const stack = new PlainStack("test");
  new HttpApi(stack, "api", inputs);
  return (stack.toTerraform() as { resource: Resources }).resource;
}
const stage = (inputs: Inputs) => made(inputs).aws_apigatewayv2_stage?.this ?? {};
const renderedApi = () => rendered(apiGateway as unknown as Module);

test("makes what its inputs ask for, and nothing twice", async () => {
  const { resource } = await renderedApi();
  const names = Object.entries(resource).flatMap(([type, all]) => Object.keys(all).map((name) => `${type}.${name}`));
  expect(names.sort()).toEqual([
    "aws_apigatewayv2_api.this",
    "aws_apigatewayv2_api_mapping.domain",
    "aws_apigatewayv2_authorizer.authorizer",
    "aws_apigatewayv2_domain_name.domain",
    "aws_apigatewayv2_integration.target",
    "aws_apigatewayv2_route.route",
    "aws_apigatewayv2_stage.this",
    "aws_apigatewayv2_vpc_link.link",
    "aws_cloudwatch_log_group.this",
    "aws_iam_role.targets",
    "aws_iam_role_policy.targets",
    "aws_lambda_permission.authorizer",
    "aws_lambda_permission.target",
  ]);
});

test("has one integration per target, however many routes lead to it", () => {
  const { aws_apigatewayv2_integration: integrations, aws_apigatewayv2_route: routes } = made(complete);
  expect(Object.keys(integrations ?? {})).toHaveLength(Object.keys(complete.targets).length);
  const toOrders = Object.values(routes ?? {}).filter(
    ({ target }) => target === "integrations/${aws_apigatewayv2_integration.target_orders.id}",
  );
  expect(toOrders).toHaveLength(3);
});

test("lets nobody in whose request is not signed, unless a route says so", () => {
  expect(JSON.stringify(made(minimal).aws_apigatewayv2_route)).toContain('? \\"AWS_IAM\\"');
  expect(
    check(apiGateway.inputs, { ...minimal, routes: { "GET /": { target: "orders", authorizer: "NONE" } } }),
  ).toEqual([]);
});

test("lets its own routes and authorizers, and no other API, call a function", async () => {
  const { resource } = await renderedApi();
  expect(resource.aws_lambda_permission).toMatchObject({
    target: { principal: "apigateway.amazonaws.com", source_arn: "${aws_apigatewayv2_api.this.execution_arn}/*" },
    authorizer: {
      source_arn:
        "${aws_apigatewayv2_api.this.execution_arn}/authorizers/${aws_apigatewayv2_authorizer.authorizer[each.key].id}",
    },
  });
});

test("never throttles to nothing", () => {
  expect(stage(minimal)).toMatchObject({
    default_route_settings: { throttling_rate_limit: 1000, throttling_burst_limit: 500 },
  });
  const throttle = { rate: 0, burst: 0 };
  const none = { ...minimal, stage: { throttle }, routes: { "GET /": { target: "orders", throttle } } };
  expect(check(apiGateway.inputs, none).map(({ keyword }) => keyword)).toEqual(Array(4).fill("minimum"));
});

test("a route with limits of its own says all that the stage says, and is there before it", async () => {
  const { resource } = await renderedApi();
  expect(resource.aws_apigatewayv2_stage?.this).toMatchObject({
    dynamic: {
      route_settings: {
        content: {
          route_key: "${aws_apigatewayv2_route.route[route_settings.key].route_key}",
          throttling_rate_limit: "${route_settings.value.rate}",
          throttling_burst_limit: "${route_settings.value.burst}",
          detailed_metrics_enabled: "${var.stage.detailed_metrics_enabled}",
        },
      },
    },
  });
});

test.each(["integration", "authorizer", "route", "vpc_link"])(
  "another %s is there before what refers to it lets go of the old one",
  async (kind) => {
    const { resource } = await renderedApi();
    expect(Object.values(resource[`aws_apigatewayv2_${kind}`] ?? {})).toMatchObject([
      { lifecycle: { create_before_destroy: true } },
    ]);
  },
);

test("logs a line of JSON per request to a group of its own that expires", () => {
  expect(made(minimal).aws_cloudwatch_log_group).toMatchObject({
    this: { name: "/aws/vendedlogs/apigateway/orders", retention_in_days: 365 },
  });
  const { destination_arn, format } = stage(minimal).access_log_settings as Record<string, string>;
  expect(destination_arn).toBe("${aws_cloudwatch_log_group.this.arn}");
  expect(format).toMatch(/^\$\{jsonencode\(\{"requestId" = "\$context\.requestId", /);
});

test.each(["cors_configuration", "disable_execute_api_endpoint"])("not asked for, there is no %s", (argument) => {
  expect(made(minimal).aws_apigatewayv2_api?.this).not.toHaveProperty(argument);
});

test.each(["aws_apigatewayv2_domain_name", "aws_apigatewayv2_vpc_link", "aws_apigatewayv2_authorizer"])(
  "not asked for, there is no %s",
  (type) => expect(made(minimal)).not.toHaveProperty(type),
);

test("a domain closes the name by which clients could pass it by", () => {
  expect(made(complete).aws_apigatewayv2_api?.this).toMatchObject({ disable_execute_api_endpoint: true });
});

test("a private target is reached by its VPC link", () => {
  expect(made(internal).aws_apigatewayv2_integration?.target_service).toMatchObject({
    connection_id: "${aws_apigatewayv2_vpc_link.link_private.id}",
    tls_config: { server_name_to_verify: "service.example.com" },
  });
});

const path = (text: string) => ({ ...queue, routes: { [text]: { target: "jobs" } } });

test.each(["$default", "GET /", "ANY /{proxy+}", "DELETE /a/{b}/c-d.e_f/{g+}", "PATCH /v1/users:search", "GET /a%20b"])(
  "takes the route %s",
  (key) => expect(check(apiGateway.inputs, path(key))).toEqual([]),
);

test.each([
  "default",
  "/orders",
  "GET",
  "GET orders",
  "get /orders",
  "FETCH /orders",
  "GET  /orders",
  "GET /orders/",
  "GET //orders",
  "GET /{proxy+}/orders",
  "GET /orders/{id",
  "GET /orders/{}",
  "GET /orders/{id}.json",
  "GET /orders?all",
])("refuses the route %s, and says what one looks like", (key) => {
  expect(check(apiGateway.inputs, path(key))).toMatchObject([
    { keyword: "propertyNames", message: expect.stringContaining("GET /orders/{id}") },
  ]);
});

test.each([
  [{ target: "order" }, 'routes["GET /"].target "order" is not defined in targets'],
  [{ authorizer: "user" }, 'routes["GET /"].authorizer "user" is not defined in authorizers'],
  [{ scopes: ["a"] }, 'routes["GET /"].scopes must not be set without a JWT authorizer'],
])("a route with %j is refused by name", (change, message) => {
  const problems = check(apiGateway.inputs, { ...complete, routes: { "GET /": { target: "orders", ...change } } });
  expect(problems).toMatchObject([{ message: expect.stringContaining(message) }]);
});

test.each(["users", "NONE", "AWS_IAM"])("takes the authorizer %s", (authorizer) => {
  const inputs = { ...complete, routes: { "GET /": { target: "orders", authorizer } } };
  expect(check(apiGateway.inputs, inputs)).toEqual([]);
});

test.each(Object.entries(apiGateway.rejected ?? {}))("as a construct refuses %s", (_, inputs) => {
  expect(() => made(inputs)).toThrow();
});

test("calling it is allowed on this API alone", () => {
  const { invoke } = apiGateway.connections.access;
  expect(invoke?.actions).toEqual(["execute-api:Invoke"]);
  expect(invoke?.resources({ api_execution_arn: "A" } as never).map(String)).toEqual(["A/*"]);
});
