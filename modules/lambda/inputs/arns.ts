/** An ARN of one service, to any depth that AWS itself checks. */
export const arnOf = (service: string, what: string) =>
  ({ pattern: `^arn:[a-z-]+:${service}:[!-~]+$`, message: `the ARN of ${what}` }) as const;

export const kmsKey = arnOf("kms", "a KMS key");
