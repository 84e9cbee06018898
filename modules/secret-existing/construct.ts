import { DataAwsSecretsmanagerSecret } from "@cdktf/provider-aws/lib/data-aws-secretsmanager-secret";
import { Construct } from "constructs";
import { identityOf } from "../../clouds/existing/find";
import { expr } from "../../lib/expression";
import { dataSource, type Given, type Handle, open } from "../../lib/resource";
import { inputs } from "./inputs";

/** A secret that is there already. */
export class ExistingSecret extends Construct {
  private readonly secret: Handle<DataAwsSecretsmanagerSecret>;

  constructor(scope: Construct, id: string, given: Given<typeof inputs>) {
    super(scope, id);
    const input = open(this, inputs, given);
    const identity = identityOf(this, [input.name], input, "secretsmanager:secret");
    this.secret = dataSource(this, "this", DataAwsSecretsmanagerSecret, {
      name: expr<string | undefined>`startswith(${identity}, "arn:") ? null : ${identity}`,
      arn: expr<string | undefined>`startswith(${identity}, "arn:") ? ${identity} : null`,
    });
  }

  get outputs() {
    const key = this.secret.attribute("kmsKeyId");
    return {
      secret_name: this.secret.attribute("name"),
      secret_arn: this.secret.attribute("arn"),
      secret_kms_key_arn: expr<string | undefined>`startswith(${key}, "arn:") ? ${key} : null`,
    };
  }
}
