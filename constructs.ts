/** The modules as constructs for anybody's CDKTF app, and what modules of your own are written with. Needs cdktf. */
export { each, expr, omitNull, orNull, type Ref, text, when } from "./lib/expression";
export { renderModule } from "./lib/render/module";
export { eachResource, open, optionalResource, resource } from "./lib/resource";
export { HttpApi } from "./modules/api-gateway/construct";
export { DynamodbTable } from "./modules/dynamodb/construct";
export { Lambda } from "./modules/lambda/construct";
export { LambdaExternalCode } from "./modules/lambda-external-code/construct";
export { Monitoring } from "./modules/monitoring/construct";
export { SsmParameters } from "./modules/ssm-parameters/construct";
export { StateBackend } from "./modules/state-backend/construct";
