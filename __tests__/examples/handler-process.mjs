// Runs a Lambda handler for `handler.ts`: one answer per event, in the order of their arrival.
import { pathToFileURL } from "node:url";

const [file, name] = process.argv.slice(2);
const { [name]: handler } = await import(pathToFileURL(file).href);

process.on("message", async ({ id, event }) => {
  process.send(
    await handler(event, {}).then(
      (result) => ({ id, result }),
      (error) => ({ id, error: error.stack }),
    ),
  );
});
process.send("ready");
