// Each service is packaged on its own, so each has its own copy of this file; a test keeps them equal.

/** An answer other than success: `throw new HttpError(404, "there is no user ada")`. */
export class HttpError extends Error {
  constructor(status, message, problems) {
    super(message);
    this.status = status;
    this.problems = problems;
  }
}

/** Throws 400 with all of `problems`, if there are any. */
export function refuse(problems) {
  if (problems.length > 0) throw new HttpError(400, "the request is not valid", problems);
}

/**
 * A Lambda handler for an HTTP API of API Gateway (payload format 2.0), from a function per route. Each gets the path
 * parameters, the query, the headers (names in lower case) and the body, and returns `{ status, body, headers }`.
 */
export const router = (routes) => async (event) => {
  const start = Date.now();
  const { status, body, headers, error } = await answer(routes, event);
  log(status < 500 ? "INFO" : "ERROR", "request", {
    request_id: event.requestContext?.requestId,
    route: event.routeKey,
    status,
    duration_ms: Date.now() - start,
    ...(error && { error }),
  });
  return {
    statusCode: status,
    headers: { "content-type": "application/json", ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  };
};

async function answer(routes, event) {
  try {
    const route = routes[event.routeKey];
    if (!route) throw new HttpError(404, `there is no route ${event.routeKey}`);
    return await route({
      path: event.pathParameters ?? {},
      query: event.queryStringParameters ?? {},
      headers: event.headers ?? {},
      body: bodyOf(event),
    });
  } catch (error) {
    if (error instanceof HttpError) {
      return { status: error.status, body: { message: error.message, problems: error.problems } };
    }
    return { status: 500, body: { message: "something went wrong" }, error: String(error?.stack ?? error) };
  }
}

function bodyOf({ body, isBase64Encoded }) {
  if (body === undefined) return undefined;
  const value = parse(isBase64Encoded ? Buffer.from(body, "base64").toString() : body);
  if (value === undefined) throw new HttpError(400, "the body is not JSON");
  return value;
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Which page of a list to return: `limit` (1 to 100) items after `next`, a key with these members. */
export function pageOf({ limit = "20", next }, members) {
  const size = Number(limit);
  refuse(Number.isInteger(size) && size >= 1 && size <= 100 ? [] : ["limit must be a whole number from 1 to 100"]);
  return { Limit: size, ...(next !== undefined && { ExclusiveStartKey: keyOf(next, members) }) };
}

/** What a client sends as `next` to get the following page; undefined on the last one. */
export const nextOf = ({ LastEvaluatedKey: key }) => key && Buffer.from(JSON.stringify(key)).toString("base64url");

function keyOf(next, members) {
  const key = parse(Buffer.from(next, "base64url").toString());
  if (members.some((name) => typeof key?.[name] !== "string")) {
    throw new HttpError(400, "next must be what the page before ended with");
  }
  return Object.fromEntries(members.map((name) => [name, key[name]]));
}

/** One line of JSON. CloudWatch Logs Insights finds its fields by name. */
export function log(level, message, fields) {
  process.stdout.write(`${JSON.stringify({ timestamp: new Date().toISOString(), level, message, ...fields })}\n`);
}
