import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { text } from "node:stream/consumers";

/** A Lambda handler in a process of its own, with the environment that a function would have. */
export interface Handler {
  /** @throws Error when the handler throws. */
  invoke(event: object): Promise<unknown>;
  /** Ends the process. @returns what the handler has printed, line by line. */
  stop(): Promise<string[]>;
}

type Answer = { readonly id: number; readonly result?: unknown; readonly error?: string };

/**
 * Loads a handler of the example `serverless-api`. It is an ECMAScript module, which Jest cannot load itself.
 * @param code path below `services`, and the export: `orders/index.handler`
 */
export async function startHandler(code: string, env: Readonly<Record<string, string>>): Promise<Handler> {
  const [file, name] = code.split(".") as [string, string];
  const services = join(__dirname, "../../examples/serverless-api/services");
  const child = fork(join(__dirname, "handler-process.mjs"), [join(services, `${file}.mjs`), name], {
    env: { PATH: process.env.PATH, AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true", ...env },
    stdio: ["ignore", "pipe", "inherit", "ipc"],
  });
  const printed = text(child.stdout as NodeJS.ReadableStream);
  const ended = once(child, "exit").then(() => Promise.reject(new Error(`${code} ended`)));
  ended.catch(() => undefined);
  await Promise.race([once(child, "message"), ended]);

  const waiting = new Map<number, (answer: Answer) => void>();
  child.on("message", (answer: Answer) => waiting.get(answer.id)?.(answer));
  return {
    async invoke(event) {
      const id = waiting.size;
      const answered = new Promise<Answer>((resolve) => waiting.set(id, resolve));
      child.send({ id, event });
      const { result, error } = await Promise.race([answered, ended]);
      if (error) throw new Error(error);
      return result;
    },
    async stop() {
      child.kill();
      return (await printed).split("\n").filter((line) => line !== "");
    },
  };
}
