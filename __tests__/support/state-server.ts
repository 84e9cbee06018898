import { createHash } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";

/** What Terraform says of a lock; all of it is given back to whoever finds it taken. */
interface Lock {
  readonly ID: string;
}

/** A running server for Terraform's backend `http`. */
export interface StateServer {
  /** Its address, such as `http://127.0.0.1:40123`. */
  readonly url: string;
  /** The states that it holds, by path. */
  readonly states: ReadonlyMap<string, Buffer>;
  /** Its locks, by the path of their state. */
  readonly locks: ReadonlyMap<string, Lock>;
  stop(): Promise<void>;
}

/** What a request asks for, and whose state it is about. */
interface Asked {
  readonly action: "read" | "write" | "lock" | "unlock" | undefined;
  readonly state: string;
  readonly body: Buffer;
  /** The lock that a writer says it holds. */
  readonly id: string | null;
}

/** Status and body. */
type Answer = readonly [status: number, body?: Buffer | string];

interface Store {
  readonly states: Map<string, Buffer>;
  readonly locks: Map<string, Lock>;
}

/**
 * Starts a server that speaks Terraform's protocol in both of its usual dialects: `LOCK` and `UNLOCK` at the address of
 * a state, and `POST` and `DELETE` at `/lock` below it, as GitLab has it. It knows one user. Terraform 1.11 unlocks by
 * force with an empty body, whatever id it was given.
 *
 * Source: https://developer.hashicorp.com/terraform/language/backend/http
 */
export async function startStateServer(user: { name: string; password: string }): Promise<StateServer> {
  const store: Store = { states: new Map(), locks: new Map() };
  const expected = `Basic ${Buffer.from(`${user.name}:${user.password}`).toString("base64")}`;
  const server = createServer(async (request, response) => {
    const [status, body] = request.headers.authorization === expected ? await answer(request, store) : [401];
    end(response, status, body);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const stop = async () => {
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  };
  return { url: `http://127.0.0.1:${port}`, ...store, stop };
}

async function answer(request: IncomingMessage, store: Store): Promise<Answer> {
  const body = await buffer(request);
  const sum = request.headers["content-md5"];
  if (sum !== undefined && sum !== md5(body)) return [400, "the body is not what was sent"];
  const asked = read(request, body);
  return asked.action === undefined ? [405] : actions[asked.action](asked, store);
}

function read({ method = "", url = "" }: IncomingMessage, body: Buffer): Asked {
  const { pathname, searchParams } = new URL(url, "http://localhost");
  const state = pathname.replace(/\/lock$/, "");
  const verbs = state === pathname ? ownVerbs : gitlabVerbs;
  return { action: verbs[method], state, body, id: searchParams.get("ID") };
}

const ownVerbs: Readonly<Record<string, Asked["action"]>> = {
  GET: "read",
  POST: "write",
  LOCK: "lock",
  UNLOCK: "unlock",
};
const gitlabVerbs: Readonly<Record<string, Asked["action"]>> = { POST: "lock", DELETE: "unlock" };

const actions: Readonly<Record<NonNullable<Asked["action"]>, (asked: Asked, store: Store) => Answer>> = {
  read: ({ state }, { states }) => [states.has(state) ? 200 : 404, states.get(state)],
  write({ state, body, id }, { states, locks }) {
    const lock = locks.get(state);
    if (lock && lock.ID !== id) return taken(lock);
    states.set(state, body);
    return [200];
  },
  lock({ state, body }, { locks }) {
    const lock = locks.get(state);
    if (lock) return taken(lock);
    locks.set(state, JSON.parse(body.toString()));
    return [200];
  },
  unlock({ state, body }, { locks }) {
    const lock = locks.get(state);
    const isForced = body.length === 0;
    if (lock && !isForced && (JSON.parse(body.toString()) as Lock).ID !== lock.ID) return taken(lock);
    locks.delete(state);
    return [200];
  },
};

const taken = (lock: Lock): Answer => [423, JSON.stringify(lock)];

function end(response: ServerResponse, status: number, body: Buffer | string = ""): void {
  response.writeHead(status, { "content-md5": md5(body) }).end(body);
}

const md5 = (body: Buffer | string) => createHash("md5").update(body).digest("base64");
