// Runs a Lambda handler for `handler.ts`: one answer per event.
import { pathToFileURL } from "node:url";

const [file, name] = process.argv.slice(2);
const { [name]: handler } = await import(pathToFileURL(file).href);

process.on("message", async ({ id, event }) => {
  process.send(
    await Promise.resolve(event)
      .then((event) => handler(event, {}))
      .then(
        (result) => ({ id, result }),
        (error) => ({ id, error: String(error?.stack ?? error) }),
      ),
  );
});
process.send("ready");
