import { randomInt } from "node:crypto";

/** An AWS account on the emulator: its id and the environment that sends Terraform and the AWS CLI there. */
export interface Account {
  /** Twelve digits. */
  readonly id: string;
  readonly env: Readonly<Record<string, string>>;
}

/**
 * A new, empty account, so that tests share one emulator without seeing one another. S3 bucket names are shared
 * by all accounts, as in AWS.
 *
 * These variables are all that the AWS provider and the S3 backend need; no provider setting is for the emulator alone.
 */
export function newAccount(
  id = `9${randomInt(10 ** 11)
    .toString()
    .padStart(11, "0")}`,
): Account {
  return {
    id,
    env: {
      AWS_ENDPOINT_URL: emulatorUrl(),
      AWS_ACCESS_KEY_ID: accessKey(id),
      AWS_SECRET_ACCESS_KEY: "test",
      AWS_REGION: "us-east-1",
      AWS_MAX_ATTEMPTS: "2",
      AWS_EC2_METADATA_DISABLED: "true",
    },
  };
}

/** A request to the emulator as `account`. The signature is for form: the emulator reads only its account and service. */
export async function awsRequest(
  account: Account,
  service: string,
  path: string,
  init: RequestInit,
): Promise<Response> {
  const scope = `20250101/us-east-1/${service}/aws4_request`;
  const response = await fetch(`${emulatorUrl()}${path}`, {
    ...init,
    headers: {
      ...init.headers,
      authorization: `AWS4-HMAC-SHA256 Credential=${accessKey(account.id)}/${scope}, SignedHeaders=host, Signature=0`,
    },
  });
  if (!response.ok) {
    throw new Error(`${init.method} ${path} of ${service}: ${response.status} ${await response.text()}`);
  }
  return response;
}

/** Makes the S3 bucket `name`, for a state backend. */
export async function createBucket(account: Account, name: string): Promise<void> {
  await awsRequest(account, "s3", `/${name}`, { method: "PUT" });
}

function emulatorUrl(): string {
  const url = process.env.GROUNDPLAN_EMULATOR_URL;
  if (url === undefined) {
    throw new Error("No AWS emulator runs for this test: tests that need one live in __tests__/terraform.");
  }
  return url;
}

/** `fixes/accounts.py` reads the account back from it. */
function accessKey(account: string): string {
  return `AKIATEST${account}`;
}
