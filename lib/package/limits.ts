/** How large a package may be. */
export interface PackageLimits {
  /** Sum of the sizes of the files, in bytes. */
  readonly unzipped: number;
  /** Size of the zip, in bytes. */
  readonly zipped: number;
  /** Number of files; a zip without the zip64 extension counts them in 16 bits (PKWARE APPNOTE, 4.4.22). */
  readonly files: number;
}

/**
 * AWS Lambda quotas for a deployment package: 250 MB unzipped, and 50 MB zipped when it is uploaded directly (through
 * the API, as Terraform does with `filename`); larger zips come from S3. A megabyte is 1024 x 1024 bytes here: the
 * error of AWS reads "Unzipped size must be smaller than 262144000 bytes".
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
 */
export const lambdaLimits: PackageLimits = { unzipped: 250 * 1024 ** 2, zipped: 50 * 1024 ** 2, files: 0xffff };
