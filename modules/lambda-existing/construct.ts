import { DataAwsLambdaFunction } from "@cdktf/provider-aws/lib/data-aws-lambda-function";
import { Construct } from "constructs";
import { identityOf, isMeant, nameIn } from "../../clouds/existing/find";
import { expr, reference, text } from "../../lib/expression";
import { dataSource, type Given, type Handle, open } from "../../lib/resource";
import { inputs } from "./inputs";

/** What AWS does not tell of a function. */
const unknown = reference<string | undefined>("null");

/** A Lambda function that is there already. */
export class ExistingLambda extends Construct {
  private readonly lambda: Handle<DataAwsLambdaFunction>;

  constructor(scope: Construct, id: string, given: Given<typeof inputs>) {
    super(scope, id);
    const input = open(this, inputs, given);
    const identity = identityOf(this, [input.name], input, "lambda:function");
    this.lambda = dataSource(this, "this", DataAwsLambdaFunction, {
      functionName: nameIn(identity, "function:"),
      lifecycle: isMeant(identity),
    });
  }

  get outputs() {
    const arn = this.lambda.attribute("arn");
    const role = this.lambda.attribute("role");
    const logGroup = expr`one(${this.lambda.inEach("loggingConfig", "logGroup")})`;
    const name = expr`coalesce(${logGroup}, ${text`/aws/lambda/${this.lambda.attribute("functionName")}`})`;
    return {
      lambda_function_name: this.lambda.attribute("functionName"),
      lambda_function_arn: arn,
      lambda_function_name_static: this.lambda.attribute("functionName"),
      lambda_function_arn_static: arn,
      lambda_function_invoke_arn: this.lambda.attribute("invokeArn"),
      lambda_function_url: unknown,
      lambda_security_group_id: unknown,
      lambda_role_name: expr`element(split("/", ${role}), -1)`,
      lambda_role_arn: role,
      lambda_cloudwatch_log_group_name: name,
      lambda_run_once_result: unknown,
      lambda_cloudwatch_log_group_arn: text`${expr`replace(${arn}, "/:lambda:(.*):function:.*$/", ":logs:$1:log-group:")`}${name}`,
    };
  }
}
