import type { Apigatewayv2Api } from "@cdktf/provider-aws/lib/apigatewayv2-api";
import { Apigatewayv2ApiMapping } from "@cdktf/provider-aws/lib/apigatewayv2-api-mapping";
import { Apigatewayv2DomainName } from "@cdktf/provider-aws/lib/apigatewayv2-domain-name";
import type { Apigatewayv2Stage } from "@cdktf/provider-aws/lib/apigatewayv2-stage";
import type { Construct } from "constructs";
import { expr, literal, orNull, type Ref, reference, text, when } from "../../lib/expression";
import { type Handle, optionalResource } from "../../lib/resource";
import type { Inputs } from "./types";

/** The caller's name of an API, where there is one. */
export function customDomain(
  scope: Construct,
  { domain, tags }: Inputs,
  api: Handle<Apigatewayv2Api>,
  stage: Handle<Apigatewayv2Stage>,
): Handle<Apigatewayv2DomainName> {
  const made = optionalResource(scope, "domain", Apigatewayv2DomainName, domain, (wanted) => ({
    domainName: wanted.domain_name,
    domainNameConfiguration: {
      certificateArn: wanted.certificate_arn,
      endpointType: "REGIONAL",
      securityPolicy: "TLS_1_2",
    },
    mutualTlsAuthentication: when(wanted.mutual_tls, ({ truststore_uri, truststore_version }) => ({
      truststoreUri: truststore_uri,
      truststoreVersion: truststore_version,
    })),
    tags,
  }));
  optionalResource(scope, "domain", Apigatewayv2ApiMapping, domain, ({ mapping_key }) => ({
    apiId: api.attribute("id"),
    domainName: made.attribute("id"),
    stage: stage.attribute("id"),
    apiMappingKey: mapping_key,
  }));
  return made;
}

/** What DNS needs to know of the domain; null without one. */
export const ofDomain = (
  { path }: Handle<Apigatewayv2DomainName>,
  member: "target_domain_name" | "hosted_zone_id",
): Ref<string | undefined> =>
  path === undefined
    ? literal<string | undefined>(undefined)
    : reference(`one(${path}[*].domain_name_configuration[0].${member})`);

/** Where clients find the API. */
export function urlOf({ domain }: Inputs, api: Handle<Apigatewayv2Api>): Ref<string> {
  const own = orNull(
    domain,
    ({ domain_name, mapping_key }) => expr`join("/", compact([${text`https://${domain_name}`}, ${mapping_key}]))`,
  );
  return expr`${domain} != null ? ${own} : ${api.attribute("apiEndpoint")}`;
}
