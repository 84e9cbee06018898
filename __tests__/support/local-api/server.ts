import { once } from "node:events";
import { createServer, type IncomingMessage, type OutgoingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { type Endpoint, type Endpoints, startEndpoints } from "./endpoints";
import { eventOf, type HttpRequest } from "./event";
import { within } from "./limit";
import type { Scope } from "./outputs";
import { type HttpResponse, messageOf, responseOf } from "./response";
import { matchOf } from "./routes";

/** An HTTP API on this machine. */
export interface LocalApi {
  /** Without a slash at its end. */
  readonly url: string;
  /** @returns what the functions have printed, line by line. */
  stop(): Promise<string[]>;
}

/**
 * Serves the API of a project as it is in one environment: its routes, with the functions of the project behind them.
 * Every request is let through, whatever the authorizer of its route: there is no IAM here that could check a signature,
 * nor anybody who issues tokens. Throttling, CORS and the custom domain are not there either.
 * @param env what every function has in its environment beside its own variables, such as where AWS is
 * @throws Error when the project has no such API, or a function of it does not load.
 */
export async function startLocalApi(scope: Scope, env: Readonly<Record<string, string>> = {}): Promise<LocalApi> {
  const endpoints = await startEndpoints(scope, env);
  const server = createServer((request, response) => serve(endpoints, request, response));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      server.close();
      server.closeAllConnections();
      return endpoints.stop();
    },
  };
}

async function serve({ routes }: Endpoints, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  try {
    send(outgoing, await answer(routes, await requestOf(incoming)));
  } catch {
    // The client has gone, or Node refuses a status or a header of the function's.
    send(outgoing, internalError);
  }
}

const send = (outgoing: ServerResponse, { status, headers, body }: HttpResponse) =>
  outgoing.writeHead(status, headers as OutgoingHttpHeaders).end(body);

async function requestOf(incoming: IncomingMessage): Promise<HttpRequest> {
  const [path = "/", ...query] = (incoming.url ?? "/").split("?");
  return {
    method: incoming.method ?? "GET",
    path,
    query: query.join("?"),
    headers: incoming.headersDistinct,
    body: await buffer(incoming),
    sourceIp: incoming.socket.remoteAddress ?? "",
  };
}

const internalError = messageOf(500, "Internal Server Error");

async function answer(routes: Endpoints["routes"], request: HttpRequest): Promise<HttpResponse> {
  try {
    const match = matchOf(routes.keys(), request.method, request.path);
    if (!match) return messageOf(404, "Not Found");
    return await invoke(routes.get(match.key) as Endpoint, eventOf(request, match));
  } catch (error) {
    return error instanceof URIError ? messageOf(400, "Bad Request") : internalError;
  }
}

/**
 * A function that throws or runs for too long is an internal error; one for which API Gateway does not wait is unavailable:
 * https://github.com/cortexlabs/cortex/issues/1225
 */
function invoke({ handler, timeout, patience }: Endpoint, event: object): Promise<HttpResponse> {
  const late = patience < timeout ? messageOf(503, "Service Unavailable") : internalError;
  return within(Math.min(patience, timeout), handler.invoke(event).then(responseOf), late);
}
