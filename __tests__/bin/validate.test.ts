import { readdir } from "node:fs/promises";
import { project, shop } from "./projects";
import { run } from "./run";

test("a sound spec is 0 and says what is in it", async () => {
  const ran = await run(await project(), ["validate"]);
  expect(ran).toEqual({ code: 0, stdout: "", stderr: "groundplan.yaml is valid: 2 components, 2 environments.\n" });
});

test("with --json, a sound spec has no diagnostics", async () => {
  const { stdout } = await run(await project(), ["validate", "--json"]);
  expect(JSON.parse(stdout)).toEqual({ diagnostics: [] });
});

test("what only composing finds is found, and nothing is written", async () => {
  const differing = shop
    .replace("index.handler", "${local.handler}")
    .replace("memory_size: 1024", "handler: own.handler");
  const folder = await project(differing);
  const { code, stderr } = await run(folder, ["validate"]);
  expect(code).toBe(3);
  expect(stderr).toContain("differs between environments");
  expect(await readdir(folder)).toEqual(["code", "groundplan.yaml"]);
});
