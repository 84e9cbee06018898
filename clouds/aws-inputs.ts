/** An ARN of one service, to any depth that AWS itself checks. */
export const arnOf = (service: string, what: string) =>
  ({ pattern: `^arn:[a-z-]+:${service}:[!-~]+$`, message: `the ARN of ${what}` }) as const;

export const kmsKey = arnOf("kms", "a KMS key");

/** Days of retention that CloudWatch Logs takes: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html */
export const logRetention = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];
