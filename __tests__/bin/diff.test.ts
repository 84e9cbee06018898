import { rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { project, shop } from "./projects";
import { run } from "./run";

// The first to render loads cdktf and its bindings from TypeScript.
jest.setTimeout(60_000);

test("without names: what synth would change, as unified diffs; nothing once it has", async () => {
  const folder = await project();
  await run(folder, ["synth"]);
  expect(await run(folder, ["diff"])).toEqual({ code: 0, stdout: "", stderr: "" });
  await writeFile(path.join(folder, "groundplan.yaml"), shop.replace("memory_size: 256", "memory_size: 512"));
  const { code, stdout } = await run(folder, ["diff"]);
  expect(code).toBe(2);
  expect(stdout).toMatch(
    /^--- infrastructure\/environments\/dev\/main\.tf\.json\n\+\+\+ infrastructure\/environments\/dev\/main\.tf\.json\n@@ /,
  );
  expect(stdout).toContain('\n-        "memory_size": 256');
  expect(stdout).toContain('\n+        "memory_size": 512');
});

test("a file that is missing, one that was edited and one that is no longer rendered", async () => {
  const folder = await project();
  await run(folder, ["synth"]);
  const out = (file: string) => path.join(folder, "infrastructure", file);
  await rm(out("variables.tf.json"));
  await writeFile(out("main.tf.json"), "{}\n");
  await writeFile(
    path.join(folder, "groundplan.yaml"),
    shop.replace("  prod: {}\n", "").replace(/ {6}environments:.*/s, ""),
  );
  const { stdout } = await run(folder, ["diff", "--json"]);
  const found = JSON.parse(stdout) as { file: string; change: string; diff: string }[];
  const byFile = Object.fromEntries(found.map((one) => [one.file, one]));
  expect(byFile["variables.tf.json"]).toMatchObject({
    change: "create",
    diff: expect.stringMatching(/^--- \/dev\/null\n/),
  });
  expect(byFile["main.tf.json"]).toMatchObject({ change: "edited", diff: expect.stringContaining("\n-{}\n") });
  expect(byFile["environments/prod/main.tf.json"]).toMatchObject({
    change: "remove",
    diff: expect.stringContaining("\n+++ /dev/null\n"),
  });
  expect((await run(folder, ["diff"])).stdout).toContain("edited since it was rendered");
});

test("nothing in a file steers the terminal", async () => {
  const folder = await project();
  await run(folder, ["synth"]);
  await writeFile(path.join(folder, "infrastructure/README.md"), "\u001b[2J\n");
  expect((await run(folder, ["diff"])).stdout).toContain("\n-\\u{1b}[2J\n");
});

const differing = shop
  .replace("  prod: {}", "  prod: { region: eu-west-1, protected: false }")
  .replace("      hash_key: id", "      only: [prod]\n      hash_key: id");

test("two environments: what they are, what they have, and every input with who sets it", async () => {
  const folder = await project(differing);
  const { code, stdout } = await run(folder, ["diff", "dev", "prod"]);
  expect(code).toBe(0);
  const rows = stdout
    .trimEnd()
    .split("\n")
    .map((line) => line.split(/ {2,}/));
  expect(rows[0]).toEqual(["component", "input", "dev", "set by", "prod", "set by"]);
  expect(rows).toContainEqual([
    ...["(environment)", "region"],
    ...["us-east-1", "project (groundplan.yaml:3)", "eu-west-1", "environment prod (groundplan.yaml:6)"],
  ]);
  expect(rows).toContainEqual([
    ...["(environment)", "protected"],
    ...["true", "default", "false", "environment prod (groundplan.yaml:6)"],
  ]);
  expect(rows).toContainEqual([
    ...["orders.table", "only", "absent", "component (groundplan.yaml:11)"],
    ...["present", "component (groundplan.yaml:11)"],
  ]);
  expect(rows).toContainEqual([
    ...["orders.function", "memory_size", "256", "defaults (groundplan.yaml:8)"],
    ...["1024", "environment prod (groundplan.yaml:25)"],
  ]);
  expect(rows.filter(([, input]) => input === "runtime" || input === "handler")).toEqual([]);
});

test("--json has the same, by environment", async () => {
  const { stdout } = await run(await project(differing), ["diff", "prod", "dev", "--json"]);
  expect(JSON.parse(stdout)).toContainEqual({
    component: "orders.function",
    input: "memory_size",
    values: {
      prod: { value: 1024, layer: "environment prod", file: "groundplan.yaml", line: 25 },
      dev: { value: 256, layer: "defaults", file: "groundplan.yaml", line: 8 },
    },
  });
});

test("environments that agree", async () => {
  const same = shop
    .replace("  prod: {}", "  prod: { profile: dev }\n  test: { profile: dev }")
    .replace(/ {6}environments:.*/s, "");
  const { code, stdout } = await run(await project(same), ["diff", "prod", "test"]);
  expect({ code, stdout }).toEqual({ code: 0, stdout: "prod and test do not differ.\n" });
});

test.each([
  [["dev"], "diff compares two environments"],
  [["dev", "prodd"], "did you mean prod?"],
])("diff %j is refused", async (names, message) => {
  expect(await run(await project(), ["diff", ...names])).toMatchObject({
    code: 1,
    stderr: expect.stringContaining(message),
  });
});
