/** What a judge holds against one place. */
export interface Finding {
  /** The judge's own id of the rule, such as `CKV_AWS_117` or `terraform_required_version`. */
  readonly check: string;
  /** A resource address, or a file below the folder that was judged. */
  readonly where: string;
  readonly text: string;
}

/** What a judge said, or why it could not be asked. */
export type Report = Judged | Skipped;

export interface Judged {
  readonly judge: string;
  readonly passed: number;
  /** What `passed` counts, in the plural. */
  readonly unit: string;
  readonly findings: readonly Finding[];
}

export interface Skipped {
  readonly judge: string;
  readonly skipped: string;
}
