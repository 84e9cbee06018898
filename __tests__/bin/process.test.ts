import { spawnSync } from "node:child_process";
import path from "node:path";
import { project, shop } from "./projects";

const root = path.join(__dirname, "../..");

/** The command line from the checkout, as a process of its own. */
const groundplan = (cwd: string, argv: readonly string[]) =>
  spawnSync(
    process.execPath,
    [path.join(root, "node_modules/tsx/dist/cli.mjs"), path.join(root, "bin/groundplan.ts"), ...argv],
    {
      cwd,
      encoding: "utf8",
      env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: undefined },
    },
  );

test("a process ends with the code and keeps data apart from errors", async () => {
  const good = groundplan(await project(), ["list", "--json"]);
  expect({ ...good, stdout: JSON.parse(good.stdout).length }).toMatchObject({ status: 0, stdout: 2, stderr: "" });
  const bad = groundplan(await project(shop.replace("version: 1", "version: 2")), ["list"]);
  expect(bad).toMatchObject({ status: 3, stdout: "", stderr: expect.stringContaining("groundplan.yaml:1:10 error:") });
});
