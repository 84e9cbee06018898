import { randomUUID } from "node:crypto";
import type { Match } from "./routes";

/** A request as it arrives. */
export interface HttpRequest {
  readonly method: string;
  /** As in the request, encoded, without the query. */
  readonly path: string;
  /** What follows `?`, as in the request; empty without one. */
  readonly query: string;
  /** By name in lower case; one item per header line. */
  readonly headers: Readonly<Record<string, readonly string[] | undefined>>;
  readonly body: Buffer;
  readonly sourceIp: string;
}

/**
 * What an HTTP API gives a function for a request, in payload format 2.0:
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 * The path arrives decoded: https://github.com/middleapi/standard-server/pull/93
 */
export function eventOf(request: HttpRequest, { key, parameters }: Match): object {
  const { cookie = [], ...headers } = request.headers;
  const rawPath = decodeURIComponent(request.path);
  return {
    version: "2.0",
    routeKey: key,
    rawPath,
    rawQueryString: request.query,
    ...(cookie.length > 0 && { cookies: cookie.flatMap((line) => line.split("; ")) }),
    headers: joined(Object.entries(headers)),
    ...(request.query !== "" && { queryStringParameters: queryOf(request.query) }),
    requestContext: contextOf(request, rawPath, key),
    ...(Object.keys(parameters).length > 0 && { pathParameters: parameters }),
    ...bodyOf(request),
  };
}

function queryOf(query: string): Readonly<Record<string, string>> {
  const given = new URLSearchParams(query);
  return joined([...given.keys()].map((name) => [name, given.getAll(name)]));
}

/** What is there twice stands once, with commas between. */
const joined = (entries: readonly (readonly [string, readonly string[] | undefined])[]) =>
  Object.fromEntries(entries.map(([name, values = []]) => [name, values.join(",")]));

function contextOf({ method, headers, sourceIp }: HttpRequest, path: string, routeKey: string): object {
  const now = new Date();
  return {
    accountId: "123456789012",
    apiId: "local",
    domainName: headers.host?.[0] ?? "localhost",
    domainPrefix: "local",
    http: { method, path, protocol: "HTTP/1.1", sourceIp, userAgent: headers["user-agent"]?.[0] ?? "" },
    requestId: randomUUID(),
    routeKey,
    stage: "$default",
    time: timeOf(now),
    timeEpoch: now.getTime(),
  };
}

/** `12/Mar/2020:19:03:58 +0000` */
function timeOf(date: Date): string {
  const [, day, month, year, time] = date.toUTCString().split(" ");
  return `${day}/${month}/${year}:${time} +0000`;
}

/** Only these arrive as text, as was tried on AWS: https://github.com/ministackorg/ministack/pull/766 */
const isText = (type: string) => /^(text\/.+|application\/(json|xml|javascript))$/.test(type);

function bodyOf({ headers, body }: HttpRequest): object {
  if (body.length === 0) return { isBase64Encoded: false };
  const type = (headers["content-type"]?.[0] ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
  const isBase64Encoded = !isText(type);
  return { body: body.toString(isBase64Encoded ? "base64" : "utf8"), isBase64Encoded };
}
