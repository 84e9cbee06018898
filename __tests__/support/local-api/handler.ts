import { fork } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";

/** A Lambda handler in a process of its own, with the environment that a function would have. */
export interface Handler {
  /** @throws Error when the handler throws. */
  invoke(event: object): Promise<unknown>;
  /** Ends the process. @returns what the handler has printed, line by line. */
  stop(): Promise<string[]>;
}

/** Where the code of a handler is. */
export interface Code {
  /** Absolute path of the folder. */
  readonly folder: string;
  /** File below it, without its extension, and export: `index.handler`. */
  readonly handler: string;
}

type Answer = { readonly id: number; readonly result?: unknown; readonly error?: string };

/** Loads a handler, which may be an ECMAScript module: Jest cannot load those itself. */
export async function startHandler(code: Code, env: Readonly<Record<string, string>>): Promise<Handler> {
  const child = fork(join(__dirname, "handler-process.mjs"), placeOf(code), {
    env: { PATH: process.env.PATH, AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true", ...env },
    stdio: ["ignore", "pipe", "inherit", "ipc"],
  });
  const printed = text(child.stdout as NodeJS.ReadableStream);
  const ended = once(child, "exit").then(() => Promise.reject(new Error(`${code.handler} ended`)));
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

/** The file of a handler, and the name of the export in it. */
function placeOf({ folder, handler }: Code): [string, string] {
  const dot = handler.lastIndexOf(".");
  const files = [".mjs", ".js", ".cjs"].map((extension) => join(folder, handler.slice(0, dot) + extension));
  const file = files.find((one) => existsSync(one));
  if (file === undefined) throw new Error(`no file of ${folder} holds ${handler}`);
  return [file, handler.slice(dot + 1)];
}
