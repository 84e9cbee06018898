import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { LambdaEventSourceMapping } from "@cdktf/provider-aws/lib/lambda-event-source-mapping";
import { LambdaFunction } from "@cdktf/provider-aws/lib/lambda-function";
import { LambdaFunctionEventInvokeConfig } from "@cdktf/provider-aws/lib/lambda-function-event-invoke-config";
import { LambdaFunctionUrl } from "@cdktf/provider-aws/lib/lambda-function-url";
import { LambdaPermission } from "@cdktf/provider-aws/lib/lambda-permission";
import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import type { Construct } from "constructs";
import { reach } from "../../clouds/network/rules";
import { each, equals, expr, orNull, presentIf, text, when } from "../../lib/expression";
import { eachResource, type Handle, type Handles, optionalResource, resource } from "../../lib/resource";
import type { FunctionInputs as Inputs } from "./inputs";
import { deadLetterOf, functionArn, policyArn, policyOf, targetArn, trust } from "./policy";

type Made = { readonly path: string | undefined };

/** What Terraform may leave to others in a function. */
export interface Lifecycle {
  readonly ignoreChanges?: string[];
}

/** A function with its log group and its role: what every module with a Lambda function makes. */
export class FunctionBody {
  private readonly logs: Handle<CloudwatchLogGroup>;
  private readonly group: Handle<SecurityGroup>;
  private readonly role: Handle<IamRole>;
  private readonly function: Handle<LambdaFunction>;
  private readonly url: Handle<LambdaFunctionUrl>;

  constructor(
    private readonly scope: Construct,
    private readonly input: Inputs,
    lifecycle: Lifecycle = {},
  ) {
    this.logs = this.logGroup(input);
    this.group = this.securityGroup(input);
    this.role = this.executionRole(input);
    const managed = this.managedPolicies(input);
    const policy = this.rolePolicy(input);
    this.function = this.lambdaFunction(input, [policy, ...managed.paths], lifecycle);
    this.asynchronousCalls(input);
    this.eventSources(input);
    this.url = this.functionUrl(input);
  }

  get outputs() {
    return {
      lambda_function_name: this.function.attribute("functionName"),
      lambda_function_arn: this.function.attribute("arn"),
      lambda_function_name_static: this.input.function_name,
      lambda_function_arn_static: functionArn(this.logs.attribute("arn")),
      lambda_function_invoke_arn: this.function.attribute("invokeArn"),
      lambda_function_url: this.url.attribute("functionUrl"),
      lambda_security_group_id: this.group.attribute("id"),
      lambda_role_name: this.role.attribute("name"),
      lambda_role_arn: this.role.attribute("arn"),
      lambda_cloudwatch_log_group_name: this.logs.attribute("name"),
      lambda_cloudwatch_log_group_arn: this.logs.attribute("arn"),
    };
  }

  /** Made before the function, which would otherwise make one of its own that never expires. */
  private logGroup({ function_name, logging, tags }: Inputs): Handle<CloudwatchLogGroup> {
    return resource(this.scope, "this", CloudwatchLogGroup, {
      name: text`/aws/lambda/${function_name}`,
      retentionInDays: logging.retention_in_days,
      kmsKeyId: logging.kms_key_arn,
      tags,
    });
  }

  /** A group that takes the place of another is made first: the function lets go of the other only then. */
  private securityGroup({ function_name, vpc, network_rules, tags }: Inputs): Handle<SecurityGroup> {
    const own = orNull(vpc, ({ security_group }) => security_group);
    const group = optionalResource(this.scope, "this", SecurityGroup, own, ({ vpc_id }) => ({
      namePrefix: text`${function_name}-`,
      description: text`The function ${function_name}`,
      vpcId: vpc_id,
      tags: expr`merge({ Name = ${function_name} }, ${tags})`,
      lifecycle: { createBeforeDestroy: true },
    }));
    reach(this.scope, group.attribute("id"), network_rules);
    return group;
  }

  private executionRole({ function_name, role, tags }: Inputs): Handle<IamRole> {
    return resource(this.scope, "role", IamRole, {
      name: function_name,
      assumeRolePolicy: trust,
      permissionsBoundary: role.permissions_boundary_arn,
      tags,
    });
  }

  private managedPolicies({ policies }: Inputs): Handles<IamRolePolicyAttachment> {
    return eachResource(this.scope, "managed", IamRolePolicyAttachment, policies, (policy) => ({
      role: this.role.attribute("name"),
      policyArn: policyArn(policy, this.role.attribute("arn")),
    }));
  }

  private rolePolicy(input: Inputs): Handle<IamRolePolicy> {
    return resource(this.scope, "policy", IamRolePolicy, {
      name: "function",
      role: this.role.attribute("name"),
      policy: policyOf(input, this.logs.attribute("arn")),
    });
  }

  private lambdaFunction(input: Inputs, dependsOn: readonly Made[], lifecycle: Lifecycle): Handle<LambdaFunction> {
    const { code, logging, limits } = input;
    const group = this.group.attribute("id");
    return resource(this.scope, "function", LambdaFunction, {
      functionName: input.function_name,
      description: input.description,
      role: this.role.attribute("arn"),
      packageType: expr`${code.image_uri} == null ? "Zip" : "Image"`,
      filename: code.filename,
      sourceCodeHash: code.source_code_hash,
      s3Bucket: orNull(code.s3, ({ bucket }) => bucket),
      s3Key: orNull(code.s3, ({ key }) => key),
      s3ObjectVersion: orNull(code.s3, ({ object_version }) => object_version),
      imageUri: code.image_uri,
      handler: input.handler,
      runtime: input.runtime,
      architectures: input.architectures,
      memorySize: input.memory_size,
      timeout: input.timeout,
      layers: input.layers,
      kmsKeyArn: input.kms_key_arn,
      reservedConcurrentExecutions: limits.reserved_concurrent_executions,
      ephemeralStorage: { size: limits.ephemeral_storage_size },
      tracingConfig: { mode: input.tracing_mode },
      environment: when(presentIf(expr`length(${input.environment_variables}) > 0`), () => ({
        variables: expr`{ for name, value in ${input.environment_variables} : name => value if value != null }`,
      })),
      vpcConfig: when(input.vpc, ({ subnet_ids, security_group_ids }) => ({
        subnetIds: subnet_ids,
        securityGroupIds: expr<string[]>`concat(coalesce(${security_group_ids}, []), compact([${group}]))`,
      })),
      deadLetterConfig: when(deadLetterOf(input.asynchronous), (target) => ({ targetArn: targetArn(target) })),
      loggingConfig: {
        logFormat: logging.log_format,
        logGroup: this.logs.attribute("name"),
        applicationLogLevel: logging.application_log_level,
        systemLogLevel: logging.system_log_level,
      },
      tags: input.tags,
      dependsOn,
      lifecycle,
    });
  }

  private asynchronousCalls({ asynchronous }: Inputs): void {
    optionalResource(this.scope, "asynchronous", LambdaFunctionEventInvokeConfig, asynchronous, (calls) => ({
      functionName: this.function.attribute("functionName"),
      maximumRetryAttempts: calls.maximum_retry_attempts,
      maximumEventAgeInSeconds: calls.maximum_event_age_in_seconds,
    }));
  }

  private eventSources({ event_sources }: Inputs): void {
    eachResource(this.scope, "source", LambdaEventSourceMapping, event_sources, (source) => ({
      functionName: this.function.attribute("arn"),
      eventSourceArn: source.dynamodb_stream_arn,
      enabled: source.enabled,
      startingPosition: source.starting_position,
      batchSize: source.batch_size,
      maximumBatchingWindowInSeconds: source.maximum_batching_window_in_seconds,
      parallelizationFactor: source.parallelization_factor,
      maximumRetryAttempts: source.maximum_retry_attempts,
      maximumRecordAgeInSeconds: source.maximum_record_age_in_seconds,
      bisectBatchOnFunctionError: source.bisect_batch_on_function_error,
      functionResponseTypes: expr`${source.report_batch_item_failures} ? ["ReportBatchItemFailures"] : []`,
      filterCriteria: when(presentIf(expr`length(${source.filter_patterns}) > 0`), () => ({
        filter: each(source.filter_patterns, (pattern) => ({ pattern })),
      })),
      destinationConfig: when(source.on_failure, (target) => ({ onFailure: { destinationArn: targetArn(target) } })),
    }));
  }

  private functionUrl({ function_url }: Inputs): Handle<LambdaFunctionUrl> {
    const functionName = this.function.attribute("functionName");
    const url = optionalResource(this.scope, "url", LambdaFunctionUrl, function_url, (wanted) => ({
      functionName,
      authorizationType: wanted.authorization_type,
      invokeMode: wanted.invoke_mode,
      cors: when(wanted.cors, (cors) => ({
        allowOrigins: cors.allow_origins,
        allowMethods: cors.allow_methods,
        allowHeaders: cors.allow_headers,
        exposeHeaders: cors.expose_headers,
        allowCredentials: cors.allow_credentials,
        maxAge: cors.max_age,
      })),
    }));
    const isPublic = equals(
      orNull(function_url, (wanted) => wanted.authorization_type),
      "NONE",
    );
    optionalResource(this.scope, "public_url", LambdaPermission, presentIf(isPublic), () => ({
      statementId: "PublicUrl",
      action: "lambda:InvokeFunctionUrl",
      functionName,
      principal: "*",
      functionUrlAuthType: "NONE",
    }));
    return url;
  }
}
