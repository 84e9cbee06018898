import { functionOf, type LocalFunction } from "./function";
import { type Handler, startHandler } from "./handler";
import { type Integration, integrationsOf } from "./integrations";
import type { Scope } from "./outputs";

/** A route with a function that runs behind it. */
export interface Endpoint {
  readonly handler: Handler;
  /** Longest run of the function, in milliseconds. */
  readonly timeout: number;
  /** Longest wait of API Gateway for it, in milliseconds. */
  readonly patience: number;
}

export interface Endpoints {
  /** By route key. */
  readonly routes: ReadonlyMap<string, Endpoint>;
  /** @returns what the functions have printed, line by line. */
  stop(): Promise<string[]>;
}

type Running = LocalFunction & { readonly handler: Handler };

/** Starts every function that routes lead to, each once, when all of them are known to be sound. */
export async function startEndpoints(scope: Scope, env: Readonly<Record<string, string>>): Promise<Endpoints> {
  const integrations = integrationsOf(scope.project, scope.environment);
  const components = new Set([...integrations.values()].map(({ component }) => component));
  const functions = [...components].map((component) => [component, functionOf(component, scope)] as const);
  const start = ({ code, variables }: LocalFunction) => startHandler(code, { ...env, ...variables });
  const started = functions.map(
    async ([component, one]) => [component, { ...one, handler: await start(one) }] as const,
  );
  const running = new Map(await Promise.all(started));
  const routes = [...integrations].map(
    ([key, one]) => [key, endpointOf(one, running.get(one.component) as Running)] as const,
  );
  return {
    routes: new Map(routes),
    stop: async () => (await Promise.all([...running.values()].map(({ handler }) => handler.stop()))).flat(),
  };
}

const endpointOf = ({ timeoutMilliseconds }: Integration, { handler, timeout }: Running): Endpoint => ({
  handler,
  timeout: timeout * 1000,
  patience: timeoutMilliseconds,
});
