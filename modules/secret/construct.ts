import { SecretsmanagerSecret } from "@cdktf/provider-aws/lib/secretsmanager-secret";
import { SecretsmanagerSecretVersion } from "@cdktf/provider-aws/lib/secretsmanager-secret-version";
import { Construct } from "constructs";
import { expr, type Ref } from "../../lib/expression";
import { type Given, type Handle, open, optionalResource, resource } from "../../lib/resource";
import type { Output } from "../../lib/schema";
import { inputs } from "./inputs";

type Inputs = Ref<Output<typeof inputs>>;

/** A secret, and its value where it is given one, of which Terraform keeps nothing. */
export class Secret extends Construct {
  private readonly input: Inputs;
  private readonly secret: Handle<SecretsmanagerSecret>;

  constructor(scope: Construct, id: string, given: Given<typeof inputs>) {
    super(scope, id);
    this.input = open(this, inputs, given);
    this.secret = this.itself(this.input);
    this.currentValue(this.input);
  }

  get outputs() {
    return {
      secret_name: this.secret.attribute("name"),
      secret_arn: this.secret.attribute("arn"),
      secret_kms_key_arn: this.input.kms_key_arn,
    };
  }

  private itself({ name, description, kms_key_arn, recovery_window_in_days, tags }: Inputs) {
    return resource(this, "this", SecretsmanagerSecret, {
      name,
      description,
      kmsKeyId: kms_key_arn,
      recoveryWindowInDays: recovery_window_in_days,
      tags,
    });
  }

  /**
   * Whether there is one says the version: of the value, nobody may know afterwards. The provider wants both, also where
   * it writes none; an empty one is no value, and AWS refuses it.
   */
  private currentValue({ value, value_version }: Inputs): void {
    optionalResource(this, "this", SecretsmanagerSecretVersion, value_version, (version) => ({
      secretId: this.secret.attribute("id"),
      secretStringWo: expr`${value} == null ? "" : ${value}`,
      secretStringWoVersion: version,
    }));
  }
}
