/** What goes back to the client. */
export interface HttpResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: Buffer;
}

/** What API Gateway itself answers. */
export const messageOf = (status: number, message: string): HttpResponse => jsonOf(status, JSON.stringify({ message }));

const jsonOf = (status: number, body: string): HttpResponse => ({
  status,
  headers: { "content-type": "application/json" },
  body: Buffer.from(body),
});

interface Result {
  readonly statusCode: number;
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly cookies?: readonly string[];
  readonly body?: string;
  readonly isBase64Encoded?: boolean;
}

/**
 * The response that a function's result stands for, in payload format 2.0. One without a status code is the body of a
 * success; one that is no response is answered as API Gateway answers an error of the function.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export function responseOf(result: unknown): HttpResponse {
  if (!hasStatus(result)) return jsonOf(200, typeof result === "string" ? result : JSON.stringify(result ?? null));
  return isResponse(result) ? read(result) : messageOf(500, "Internal Server Error");
}

const hasStatus = (result: unknown): result is { readonly statusCode: unknown } =>
  typeof result === "object" && result !== null && "statusCode" in result;

function isResponse(result: { readonly statusCode: unknown }): result is Result {
  const { statusCode, body } = result as Partial<Result>;
  return Number.isInteger(statusCode) && (body === undefined || body === null || typeof body === "string");
}

function read({ statusCode, headers = {}, cookies = [], body, isBase64Encoded }: Result): HttpResponse {
  const texts = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]);
  return {
    status: statusCode,
    headers: { ...Object.fromEntries(texts), ...(cookies.length > 0 && { "set-cookie": cookies }) },
    body: Buffer.from(body ?? "", isBase64Encoded ? "base64" : "utf8"),
  };
}
