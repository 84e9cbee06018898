import { access, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { project, shop } from "./projects";
import { run } from "./run";

// The first to render loads cdktf and its bindings from TypeScript.
jest.setTimeout(60_000);

const main = "infrastructure/main.tf.json";

test("renders into the folder, tells on stderr, and finds nothing to do the second time", async () => {
  const folder = await project();
  const first = await run(folder, ["synth"]);
  expect(first).toMatchObject({ code: 0, stdout: "" });
  expect(first.stderr).toMatch(/^infrastructure: \d+ files created\.\n$/);
  expect(Object.keys(JSON.parse(await readFile(path.join(folder, main), "utf8")).module)).toEqual([
    "orders_table",
    "orders_function",
  ]);
  expect((await run(folder, ["synth"])).stderr).toMatch(/^infrastructure: \d+ files unchanged\.\n$/);
});

test("--dry-run lists and writes nothing", async () => {
  const folder = await project();
  const { code, stdout } = await run(folder, ["synth", "--dry-run", "--out", "terraform"]);
  expect(code).toBe(0);
  expect(stdout.split("\n")).toContain("create  terraform/main.tf.json");
  expect(await readdir(folder)).toEqual(["code", "groundplan.yaml"]);
});

test("--check is 2 and lists what differs, 0 when nothing does", async () => {
  const folder = await project();
  expect(await run(folder, ["synth", "--check"])).toMatchObject({ code: 2, stdout: expect.stringContaining(main) });
  await run(folder, ["synth"]);
  expect(await run(folder, ["synth", "--check"])).toMatchObject({ code: 0, stdout: "" });
});

test("an edited file is refused by name until --force", async () => {
  const folder = await project();
  await run(folder, ["synth"]);
  await writeFile(path.join(folder, main), "{}\n");
  expect(await run(folder, ["synth", "--check"])).toMatchObject({ code: 2, stdout: `edited  ${main}\n` });
  expect(await run(folder, ["synth"])).toMatchObject({ code: 1, stderr: expect.stringContaining("main.tf.json") });
  expect(await run(folder, ["synth", "--force"])).toMatchObject({ code: 0 });
});

test("--json gives the changes, errors too", async () => {
  const folder = await project();
  const { stdout } = await run(folder, ["synth", "--check", "--json"]);
  expect(JSON.parse(stdout)).toMatchObject({
    create: expect.arrayContaining(["main.tf.json"]),
    update: [],
    refused: [],
  });
});

test("--all-modules writes what nothing uses", async () => {
  const folder = await project("version: 1\nname: shop\nregion: us-east-1\nenvironments: { dev: {} }\nservices: {}\n");
  await run(folder, ["synth"]);
  await expect(access(path.join(folder, "infrastructure/modules"))).rejects.toThrow();
  await run(folder, ["synth", "--all-modules"]);
  expect(await readdir(path.join(folder, "infrastructure/modules"))).toEqual(
    expect.arrayContaining(["dynamodb", "lambda"]),
  );
});

test("warnings are printed, and data with --json", async () => {
  const folder = await project(shop.replace("arn:aws:ses:us-east-1:123456789012:identity/example.com", "*"));
  expect((await run(folder, ["synth"])).stderr).toContain("warning: ");
  const { code, stdout, stderr } = await run(folder, ["synth", "--check", "--json"]);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ update: [], diagnostics: [{ severity: "warning", line: 22 }] });
  expect(stderr).not.toContain("warning");
});
