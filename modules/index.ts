import type { Module } from "../lib/module";
import { apiGateway } from "./api-gateway";
import { dynamodb } from "./dynamodb";
import { existingDynamodb } from "./dynamodb-existing";
import { existingEcsCluster } from "./ecs-cluster-existing";
import { existingEventBus } from "./event-bus-existing";
import { existingKms } from "./kms-existing";
import { lambda } from "./lambda";
import { existingLambda } from "./lambda-existing";
import { lambdaExternalCode } from "./lambda-external-code";
import { monitoring } from "./monitoring";
import { existingS3 } from "./s3-existing";
import { secret } from "./secret";
import { existingSecret } from "./secret-existing";
import { securityGroup } from "./security-group";
import { existingSecurityGroup } from "./security-group-existing";
import { existingSns } from "./sns-existing";
import { existingSqs } from "./sqs-existing";
import { ssmParameters } from "./ssm-parameters";
import { stateBackend } from "./state-backend";
import { existingVpc } from "./vpc-existing";

const modules = [
  apiGateway,
  dynamodb,
  existingDynamodb,
  existingEcsCluster,
  existingEventBus,
  existingKms,
  existingLambda,
  existingS3,
  existingSecret,
  existingSecurityGroup,
  existingSns,
  existingSqs,
  existingVpc,
  lambda,
  lambdaExternalCode,
  monitoring,
  secret,
  securityGroup,
  ssmParameters,
  stateBackend,
] as unknown as readonly Module[];

/** Every module, by name: what the command line, the schema, the documentation and the tests go through. */
export const registry: ReadonlyMap<string, Module> = new Map(modules.map((module) => [module.name, module]));
