/** Values of a resource by attribute. */
export type Attributes = Readonly<Record<string, unknown>>;

/** What happens to a resource or an output: https://developer.hashicorp.com/terraform/internals/json-format#change-representation */
export interface Change {
  readonly actions: readonly string[];
  readonly before?: unknown;
  readonly after?: unknown;
  /** `true` where nothing is known before it is applied, else what is unknown by attribute. */
  readonly after_unknown?: unknown;
  /** Attributes that cannot be changed in place. */
  readonly replace_paths?: readonly (readonly (string | number)[])[];
}

export interface ResourceChange {
  readonly address: string;
  /** Its address before it was moved. */
  readonly previous_address?: string;
  readonly mode?: "managed" | "data";
  readonly type: string;
  readonly deposed?: string;
  readonly action_reason?: string;
  readonly change: Change;
}

/** What `terraform show -json` says of a plan, as far as we read it. */
export interface Plan {
  readonly resource_changes?: readonly ResourceChange[];
  /** What is not as Terraform left it. */
  readonly resource_drift?: readonly ResourceChange[];
  readonly output_changes?: Readonly<Record<string, Change>>;
}
