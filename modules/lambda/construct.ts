import { LambdaInvocation } from "@cdktf/provider-aws/lib/lambda-invocation";
import { Construct } from "constructs";
import { expr, json, type Ref } from "../../lib/expression";
import { type Given, type Handle, open, optionalResource } from "../../lib/resource";
import type { Output } from "../../lib/schema";
import { FunctionBody } from "./body";
import { inputs } from "./inputs";

/** A Lambda function with its log group, and a role that allows what the function needs and nothing else. */
export class Lambda extends Construct {
  private readonly body: FunctionBody;
  private readonly run: Handle<LambdaInvocation>;

  constructor(scope: Construct, id: string, given: Given<typeof inputs>) {
    super(scope, id);
    const input = open(this, inputs, given);
    this.body = new FunctionBody(this, input);
    this.run = this.runOnce(input);
  }

  get outputs() {
    return { ...this.body.outputs, lambda_run_once_result: this.run.attribute("result") };
  }

  /** An invocation is made anew, which calls the function, where its input or a trigger changes. */
  private runOnce({ run_once, code }: Ref<Output<typeof inputs>>): Handle<LambdaInvocation> {
    const functionName = this.body.outputs.lambda_function_name;
    return optionalResource(this, "once", LambdaInvocation, run_once, (run) => ({
      functionName,
      input: run.input,
      triggers: expr`${run.on} == "code" ? { code = ${json([code.source_code_hash, code.s3, code.image_uri])} } : {}`,
    }));
  }
}
