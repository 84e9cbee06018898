import { join } from "node:path";
import { type Handler, startHandler as start } from "../support/local-api/handler";

export type { Handler };

/**
 * Loads a handler of the example `serverless-api`.
 * @param code path below `services`, and the export: `orders/index.handler`
 */
export const startHandler = (code: string, env: Readonly<Record<string, string>>): Promise<Handler> =>
  start({ folder: join(__dirname, "../../examples/serverless-api/services"), handler: code }, env);
