import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { nameFrom } from "../../bin/init/answers";
import { scratchFolder } from "../support/folder";
import { run } from "./run";

const read = (...names: string[]) => readFile(path.join(...names), "utf8");

test("--yes starts a project that is valid", async () => {
  const folder = await scratchFolder();
  const { code, stdout } = await run(folder, ["init", "My Shop", "--yes"]);
  expect(code).toBe(0);
  expect(stdout.trim().split("\n")).toEqual([
    "My Shop/groundplan.yaml",
    "My Shop/services/hello/index.mjs",
    "My Shop/.gitignore",
  ]);
  const spec = await read(folder, "My Shop/groundplan.yaml");
  expect(spec.split("\n")[0]).toMatch(/^# yaml-language-server: \$schema=.*groundplan\.schema\.json$/);
  expect(spec).toContain("\nname: my-shop\n");
  expect(await run(path.join(folder, "My Shop"), ["validate"])).toMatchObject({ code: 0 });
});

test("what is there is listed and not overwritten", async () => {
  const folder = await scratchFolder({ "groundplan.yaml": "mine", "services/hello/index.mjs": "mine" });
  const { code, stderr } = await run(folder, ["init", "--yes"]);
  expect(code).toBe(1);
  expect(stderr).toContain("there is groundplan.yaml, services/hello/index.mjs");
  expect(await read(folder, "groundplan.yaml")).toBe("mine");
  expect(await readdir(folder)).toEqual(["groundplan.yaml", "services"]);
});

test("a .gitignore of the repository stays as it is", async () => {
  const folder = await scratchFolder({ ".gitignore": "mine" });
  expect(await run(folder, ["init", "--yes"])).toMatchObject({ code: 0 });
  expect(await read(folder, ".gitignore")).toBe("mine");
});

test("a person is asked, and again where a spec could not hold the answer", async () => {
  const folder = await scratchFolder();
  const answers = ["Bad Name", "good-name", "eu-west-1", "s3", ""];
  const { code, stderr } = await run(folder, ["init"], { answers });
  expect(code).toBe(0);
  expect(stderr).toContain("lower-case letters");
  const spec = await read(folder, "groundplan.yaml");
  expect(spec).toContain("\nname: good-name\nregion: eu-west-1\n");
  expect(spec).toContain("\n  backend: s3\n  bucket: good-name-terraform-state\n");
  expect(await run(folder, ["validate"])).toMatchObject({ code: 0 });
});

test("a person who leaves gets nothing", async () => {
  const folder = await scratchFolder();
  const { code, stderr } = await run(folder, ["init"], { answers: ["shop"] });
  expect({ code, files: await readdir(folder) }).toEqual({ code: 1, files: [] });
  expect(stderr).toContain("cancelled; nothing was written");
});

test.each([
  ["shop", "shop"],
  ["My Shop!", "my-shop"],
  ["2024_Café", "cafe"],
  ["日本", "app"],
  ["", "app"],
  [`${"a".repeat(31)}-b`, "a".repeat(31)],
])("folder %j makes the project %s", (folder, name) => expect(nameFrom(folder)).toBe(name));
