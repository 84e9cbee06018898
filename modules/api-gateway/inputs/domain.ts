import { arnOf } from "../../../clouds/aws-inputs";
import { boolean, object, optional, string } from "../../../lib/schema";

/** Mutual TLS: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-mutual-tls.html */
const mutualTls = object(
  {
    truststore_uri: string({
      pattern: "^s3://[a-z0-9][a-z0-9.-]+/[!-~]+$",
      message: "an S3 URI such as s3://bucket/truststore.pem",
      description: "Certificates that clients' own are held against: a PEM file in S3.",
    }),
    truststore_version: optional(
      string({ minLength: 1, description: "Version of that object; a new one makes changes come in." }),
    ),
  },
  { description: "Certificates that clients must show." },
);

/** Custom domain names: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-custom-domain-names.html */
export const domain = object(
  {
    domain_name: string({
      pattern: "^[a-z0-9-]+(\\.[a-z0-9-]+)+$",
      message: "a domain name in lower case such as api.example.com",
      maxLength: 253,
      description:
        "Name that clients use; its DNS record is the caller's, to the output domain_name_target_domain_name.",
    }),
    certificate_arn: string({
      ...arnOf("acm", "a certificate in ACM"),
      description: "Certificate of the name, in the API's region.",
    }),
    mapping_key: optional(
      string({
        pattern: "^[A-Za-z0-9$_.+!*'()-]+(/[A-Za-z0-9$_.+!*'()-]+)*$",
        message: "a path without / at its ends",
        maxLength: 300,
        description: "Path below which the API is found; the root if absent.",
      }),
    ),
    mutual_tls: optional(mutualTls),
    disable_execute_api_endpoint: boolean({
      default: true,
      description: "Whether AWS's own name is closed, by which clients could pass the domain and its mutual TLS by.",
    }),
  },
  { description: "A name of the caller's." },
);
