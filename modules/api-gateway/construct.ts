import { Apigatewayv2Api } from "@cdktf/provider-aws/lib/apigatewayv2-api";
import { Apigatewayv2Authorizer } from "@cdktf/provider-aws/lib/apigatewayv2-authorizer";
import type { Apigatewayv2DomainName } from "@cdktf/provider-aws/lib/apigatewayv2-domain-name";
import { Apigatewayv2Integration } from "@cdktf/provider-aws/lib/apigatewayv2-integration";
import { Apigatewayv2Route } from "@cdktf/provider-aws/lib/apigatewayv2-route";
import { Apigatewayv2Stage } from "@cdktf/provider-aws/lib/apigatewayv2-stage";
import { Apigatewayv2VpcLink } from "@cdktf/provider-aws/lib/apigatewayv2-vpc-link";
import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { Construct } from "constructs";
import { each, expr, orNull, text, when } from "../../lib/expression";
import { eachResource, type Given, type Handle, type Handles, open, resource } from "../../lib/resource";
import { format } from "./access-log";
import { customDomain, ofDomain, urlOf } from "./domain";
import { inputs } from "./inputs";
import { authorizations } from "./inputs/route";
import * as integration from "./integration";
import { lambdaPermissions, serviceRole } from "./permissions";
import type { Inputs, Throttles } from "./types";

/** What others refer to goes when they have let go of it: AWS deletes no integration that a route leads to. */
const lifecycle = { createBeforeDestroy: true };

/** An HTTP API with one stage, throttled and logged, and with leave to call what its routes lead to. */
export class HttpApi extends Construct {
  private readonly input: Inputs;
  private readonly api: Handle<Apigatewayv2Api>;
  private readonly logs: Handle<CloudwatchLogGroup>;
  private readonly stage: Handle<Apigatewayv2Stage>;
  private readonly domain: Handle<Apigatewayv2DomainName>;

  constructor(scope: Construct, id: string, given: Given<typeof inputs>) {
    super(scope, id);
    const input = open(this, inputs, given);
    this.input = input;
    this.api = this.httpApi(input);
    const integrations = this.integrations(input);
    const authorizers = this.authorizers(input);
    const routes = this.routes(input, integrations, authorizers);
    lambdaPermissions(this, input, this.api, authorizers);
    this.logs = this.logGroup(input);
    this.stage = this.onlyStage(input, routes);
    this.domain = customDomain(this, input, this.api, this.stage);
  }

  get outputs() {
    return {
      api_id: this.api.attribute("id"),
      api_arn: this.api.attribute("arn"),
      api_url: urlOf(this.input, this.api),
      api_endpoint: this.api.attribute("apiEndpoint"),
      api_execution_arn: this.api.attribute("executionArn"),
      stage_id: this.stage.attribute("id"),
      stage_arn: this.stage.attribute("arn"),
      stage_invoke_url: this.stage.attribute("invokeUrl"),
      stage_access_logs_cloudwatch_log_group_name: this.logs.attribute("name"),
      stage_access_logs_cloudwatch_log_group_arn: this.logs.attribute("arn"),
      domain_name_target_domain_name: ofDomain(this.domain, "target_domain_name"),
      domain_name_hosted_zone_id: ofDomain(this.domain, "hosted_zone_id"),
    };
  }

  private httpApi({ name, description, cors, domain, tags }: Inputs): Handle<Apigatewayv2Api> {
    return resource(this, "this", Apigatewayv2Api, {
      name,
      description,
      protocolType: "HTTP",
      disableExecuteApiEndpoint: orNull(domain, ({ disable_execute_api_endpoint }) => disable_execute_api_endpoint),
      corsConfiguration: when(cors, (allowed) => ({
        allowOrigins: allowed.allow_origins,
        allowMethods: allowed.allow_methods,
        allowHeaders: allowed.allow_headers,
        exposeHeaders: allowed.expose_headers,
        allowCredentials: allowed.allow_credentials,
        maxAge: allowed.max_age,
      })),
      tags,
    });
  }

  private integrations(input: Inputs): Handles<Apigatewayv2Integration> {
    const role = serviceRole(this, input);
    const links = this.vpcLinks(input);
    return eachResource(this, "target", Apigatewayv2Integration, input.targets, (target, key) => ({
      apiId: this.api.attribute("id"),
      description: key,
      integrationType: integration.integrationType(target),
      integrationSubtype: integration.subtype(target),
      integrationUri: integration.uri(target),
      integrationMethod: integration.method(target),
      credentialsArn: expr<string | undefined>`${integration.isService(target)} ? ${role.attribute("arn")} : null`,
      connectionType: expr`${target.private} != null ? "VPC_LINK" : "INTERNET"`,
      connectionId: orNull(target.private, ({ vpc_link }) => links.at(vpc_link, "id")),
      tlsConfig: when(
        orNull(target.private, ({ server_name_to_verify }) => server_name_to_verify),
        (name) => ({ serverNameToVerify: name }),
      ),
      payloadFormatVersion: integration.payloadFormat(target),
      timeoutMilliseconds: integration.timeout(target),
      requestParameters: integration.parameters(target),
      lifecycle,
    }));
  }

  private vpcLinks({ name, vpc_links, tags }: Inputs): Handles<Apigatewayv2VpcLink> {
    return eachResource(this, "link", Apigatewayv2VpcLink, vpc_links, (link, key) => ({
      name: text`${name}-${key}`,
      subnetIds: link.subnet_ids,
      securityGroupIds: link.security_group_ids,
      tags,
      lifecycle,
    }));
  }

  private authorizers({ authorizers }: Inputs): Handles<Apigatewayv2Authorizer> {
    return eachResource(this, "authorizer", Apigatewayv2Authorizer, authorizers, ({ jwt, lambda }, key) => ({
      apiId: this.api.attribute("id"),
      name: key,
      authorizerType: expr`${jwt} != null ? "JWT" : "REQUEST"`,
      identitySources: expr<
        string[]
      >`${jwt} != null ? ["$request.header.Authorization"] : ${orNull(lambda, ({ identity_sources }) => identity_sources)}`,
      jwtConfiguration: when(jwt, ({ issuer, audience }) => ({ issuer, audience })),
      authorizerUri: orNull(lambda, ({ invoke_arn }) => invoke_arn),
      authorizerPayloadFormatVersion: orNull(lambda, () => expr`"2.0"`),
      authorizerResultTtlInSeconds: orNull(lambda, ({ result_ttl_in_seconds }) => result_ttl_in_seconds),
      enableSimpleResponses: orNull(lambda, ({ enable_simple_responses }) => enable_simple_responses),
      lifecycle,
    }));
  }

  private routes(
    { routes, authorizers }: Inputs,
    targets: Handles<Apigatewayv2Integration>,
    made: Handles<Apigatewayv2Authorizer>,
  ): Handles<Apigatewayv2Route> {
    return eachResource(this, "route", Apigatewayv2Route, routes, ({ target, authorizer, scopes }, key) => {
      const isWord = expr<boolean>`contains(${authorizations}, ${authorizer})`;
      return {
        apiId: this.api.attribute("id"),
        routeKey: key,
        target: text`integrations/${targets.at(target, "id")}`,
        authorizationType: expr`${isWord} ? ${authorizer} : ${authorizers}[${authorizer}].jwt != null ? "JWT" : "CUSTOM"`,
        authorizerId: expr<string | undefined>`${isWord} ? null : ${made.at(authorizer, "id")}`,
        authorizationScopes: expr<string[] | undefined>`length(${scopes}) > 0 ? ${scopes} : null`,
        lifecycle,
      };
    });
  }

  /**
   * Under a prefix that keeps the account's policy of log delivery from growing with each API:
   * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-and-resource-policy.html
   */
  private logGroup({ name, stage, tags }: Inputs): Handle<CloudwatchLogGroup> {
    return resource(this, "this", CloudwatchLogGroup, {
      name: text`/aws/vendedlogs/apigateway/${name}`,
      retentionInDays: stage.access_logs.retention_in_days,
      kmsKeyId: stage.access_logs.kms_key_arn,
      tags,
    });
  }

  /** A route's own settings take the place of all of the stage's, so each says everything. */
  private onlyStage({ routes, stage, tags }: Inputs, made: Handles<Apigatewayv2Route>): Handle<Apigatewayv2Stage> {
    const own = expr<Throttles>`{for key, route in ${routes} : key => route.throttle if route.throttle != null}`;
    return resource(this, "this", Apigatewayv2Stage, {
      apiId: this.api.attribute("id"),
      name: "$default",
      autoDeploy: true,
      defaultRouteSettings: {
        throttlingRateLimit: stage.throttle.rate,
        throttlingBurstLimit: stage.throttle.burst,
        detailedMetricsEnabled: stage.detailed_metrics_enabled,
      },
      routeSettings: each(own, ({ rate, burst }, key) => ({
        routeKey: made.at(key, "routeKey"),
        throttlingRateLimit: rate,
        throttlingBurstLimit: burst,
        detailedMetricsEnabled: stage.detailed_metrics_enabled,
      })),
      accessLogSettings: { destinationArn: this.logs.attribute("arn"), format },
      tags,
    });
  }
}
