import { symlinkSync } from "node:fs";
import path from "node:path";
import { aws } from "../../clouds/aws";
import { Sources } from "../../lib/diagnostic";
import type { Module } from "../../lib/module";
import { object, optional, string } from "../../lib/schema";
import { CodeFolder, loadProject } from "../../lib/spec";
import { echoes } from "../support/echo";
import { scratchFolder } from "../support/folder";
import { load, problems, problemsIn } from "./project";

const service = (name: string) => `services: { ${name}: { b: { module: echo } } }`;

test("services of all files are one, in the order of the files", async () => {
  const { project } = await load(`include: [z.yaml, services/**/groundplan.yaml]\n${service("main")}`, {
    files: {
      "z.yaml": service("z"),
      "services/b/groundplan.yaml": service("b"),
      "services/a/deep/groundplan.yaml": service("a"),
    },
  });
  expect([...project.components.keys()]).toEqual(["main.b", "a.b", "b.b", "z.b"]);
});

test("a file that two patterns name is read once, and the main file is never its own include", async () => {
  const files = { "services/a.yaml": service("a") };
  const { project } = await load(`include: ["**/*.yaml", services/a.yaml]\n${service("main")}`, { files });
  expect([...project.components.keys()]).toEqual(["main.b", "a.b"]);
});

test("an included file has anchors of its own", async () => {
  const files = { "a.yaml": "services: { a: { b: *shared } }" };
  expect(await problems("include: [a.yaml]\nx-shared: &shared { module: echo }", { files })).toEqual([
    "a.yaml:1:21 *shared names no anchor above it",
  ]);
});

test("a spec that is not there is told without a place", async () => {
  expect(problemsIn(await scratchFolder())).toEqual(["groundplan.yaml does not exist"]);
});

test("a file that cannot be read is told at the line that includes it", async () => {
  const files = { "a.yaml": "x".repeat(5 * 1024 * 1024 + 1) };
  expect(await problems("include:\n  - a.yaml", { files })).toEqual([
    "groundplan.yaml:6:5 a.yaml is too large: 5.0 MB, of at most 5 MB",
  ]);
});

describe("code folders", () => {
  const places = { filename: optional(string()), source_code_hash: optional(string()), url: optional(string()) };
  const inputs = object({ name: string(), code: object(places) });
  const coded: Module = { ...echoes.get("echo"), name: "coded", inputs, code: "code" } as never;
  const registry = new Map([["coded", coded]]);
  const head = "version: 1\nname: shop\nregion: us-east-1\nenvironments: { dev: {} }\n";
  const read = (folder: string) =>
    loadProject({
      file: path.join(folder, "groundplan.yaml"),
      cloud: aws,
      registry,
      profiles: {},
      sources: new Sources(),
    });

  test("are relative to the file that names them", async () => {
    const folder = await scratchFolder({
      "groundplan.yaml": `${head}include: [services/a/groundplan.yaml]\ndefaults: { coded: { code: shared } }\n`,
      "services/a/groundplan.yaml": "services: { a: { own: { module: coded, code: src }, same: { module: coded } } }",
      "services/a/src/index.mjs": "",
      "shared/index.mjs": "",
    });
    const { components } = read(folder);
    const codes = [...components.values()].map(({ values }) => values.dev?.code as Record<string, CodeFolder>);
    const folders = codes.map(({ filename }) => filename as CodeFolder);
    expect(folders.every((one) => one instanceof CodeFolder)).toBe(true);
    expect(folders.map((one) => path.relative(folder, one.folder))).toEqual(["services/a/src", "shared"]);
  });

  test("are replaced by a place of code elsewhere", async () => {
    const folder = await scratchFolder({
      "groundplan.yaml": `${head}defaults: { coded: { code: src } }\nservices: { a: { b: { module: coded, code: { url: x } } } }`,
      "src/index.mjs": "",
    });
    expect(read(folder).components.get("a.b")?.values.dev).toEqual({ code: { url: "x" } });
  });

  test("do not lead out of the folder of the spec by a symbolic link", async () => {
    const outside = await scratchFolder({ "index.mjs": "" });
    const folder = await scratchFolder({
      "groundplan.yaml": `${head}services: { a: { b: { module: coded, code: src } } }`,
    });
    symlinkSync(outside, path.join(folder, "src"));
    expect(() => read(folder)).toThrow('the code folder "src" is outside the folder of the spec');
  });
});
