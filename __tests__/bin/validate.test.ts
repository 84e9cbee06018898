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

const wide = shop.replace('"arn:aws:ses:us-east-1:123456789012:identity/example.com"', '"*"');

test("a warning is printed with its line and counted, and the spec is valid all the same", async () => {
  const { code, stdout, stderr } = await run(await project(wide), ["validate"]);
  expect([code, stdout]).toEqual([0, ""]);
  expect(stderr).toContain('groundplan.yaml:22:53 warning: "*" is no single resource');
  expect(stderr).toContain('        - { actions: ["ses:SendEmail"], resources: ["*"] }');
  expect(stderr).toContain("\n\n1 warning\ngroundplan.yaml is valid: 2 components, 2 environments.\n");
});

test("with --strict a warning is 3, and what is sound is 0", async () => {
  const strict = await run(await project(wide), ["validate", "--strict"]);
  expect(strict.code).toBe(3);
  expect(strict.stderr).not.toContain("is valid");
  expect((await run(await project(), ["validate", "--strict"])).code).toBe(0);
});

test("with --json a diagnostic has a severity", async () => {
  const warned = await run(await project(wide), ["validate", "--json"]);
  expect(JSON.parse(warned.stdout).diagnostics).toMatchObject([{ severity: "warning", line: 22 }]);
  const failed = await run(await project(shop.replace("hash_key", "hash_kye")), ["validate", "--json"]);
  expect(JSON.parse(failed.stdout).diagnostics).toMatchObject([{ severity: "error" }]);
});

test("the line of a secret is not shown", async () => {
  const key = `${"AKIA"}IOSFODNN7EXAMPLE`;
  const { stderr } = await run(await project(shop.replace("index.handler", key)), ["validate"]);
  expect(stderr).toContain("groundplan.yaml:18:16 warning: this looks like an access key of AWS\n   help: ");
  expect(stderr).not.toContain(key);
});
