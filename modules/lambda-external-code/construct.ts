import { Construct } from "constructs";
import { type Given, open } from "../../lib/resource";
import { FunctionBody } from "../lambda/body";
import { inputs } from "./inputs";

/** Arguments of the function that say which code it has. */
const ofCode = ["filename", "source_code_hash", "s3_bucket", "s3_key", "s3_object_version", "image_uri"];

/** A Lambda function of which Terraform makes the first version; others deploy those after it. */
export class LambdaExternalCode extends Construct {
  private readonly body: FunctionBody;

  constructor(scope: Construct, id: string, given: Given<typeof inputs>) {
    super(scope, id);
    this.body = new FunctionBody(this, open(this, inputs, given), { ignoreChanges: ofCode });
  }

  get outputs() {
    return this.body.outputs;
  }
}
