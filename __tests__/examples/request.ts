import type { Handler } from "./handler";

/** What a client sends. */
export interface Request {
  readonly body?: unknown;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What it gets back; `body` is parsed. */
export interface Response {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: the body of an answer is what the test says it is
  readonly body: any;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Sends a request as an HTTP API of API Gateway hands it to a function (payload format 2.0).
 * @param route such as `GET /users/{user_id}`
 * @param path values of the parameters in the route, in order
 */
export async function send(
  handler: Handler,
  route: string,
  path: readonly string[] = [],
  { body, query, headers = {} }: Request = {},
): Promise<Response> {
  const names = [...route.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string);
  const event = {
    version: "2.0",
    routeKey: route,
    headers,
    requestContext: { requestId: "request-1" },
    isBase64Encoded: false,
    ...(names.length > 0 && { pathParameters: Object.fromEntries(names.map((name, i) => [name, path[i]])) }),
    ...(query && { queryStringParameters: query }),
    ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
  };
  const answer = (await handler.invoke(event)) as { statusCode: number; body?: string; headers: Response["headers"] };
  return {
    status: answer.statusCode,
    body: answer.body === undefined ? undefined : JSON.parse(answer.body),
    headers: answer.headers,
  };
}

/** All items of a list, page by page. */
export async function pages(
  handler: Handler,
  route: string,
  query: Readonly<Record<string, string>>,
  itemsOf: (page: Response) => Readonly<Record<string, string>>[],
): Promise<Readonly<Record<string, string>>[]> {
  const page = await send(handler, route, [], { query });
  const { next } = page.body;
  return next ? [...itemsOf(page), ...(await pages(handler, route, { ...query, next }, itemsOf))] : itemsOf(page);
}
