import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { Sources } from "../../lib/diagnostic";
import { synth } from "../../lib/synth";
import { vanished } from "../../lib/synth/vanished";
import { load } from "../spec/project";
import { echo, echoes, echoFiles, noCloud } from "../support/echo";
import { scratchFolder, writeFiles } from "../support/folder";

const other = { ...echo, name: "other" };
const registry = new Map([...echoes, ["other", other as never]]);

async function asked(before: Record<string, string>, services: string, moved = "") {
  const { project, sources } = await load(`services: ${services}\nmoved: [${moved}]\n`, { registry });
  return vanished(new Map(Object.entries(before).map(([address, module]) => [address, { module }])), project).map(
    ({ message, location }) => `${sources.lineNumber(location?.file ?? "", location?.start ?? 0)} ${message}`,
  );
}

const b = "{ a: { b: { module: echo } } }";

test.each([
  ["nothing changes", { "a.b": "echo" }, b, ""],
  ["one is gone and none is new", { "a.b": "echo", "a.c": "echo" }, b, ""],
  ["one is new and none is gone", {}, b, ""],
  ["another module is new", { "a.c": "other" }, b, ""],
  ["one has moved", { "a.c": "echo" }, b, "{ from: a.c, to: a.b }"],
  ["one has moved by way of another address", { "a.c": "echo" }, b, "{ from: a.c, to: a.d }, { from: a.d, to: a.b }"],
  ["one is gone on purpose", { "a.c": "echo" }, b, "{ from: a.c, to: null }"],
])("nobody is asked where %s", async (_, before, services, moved) => {
  expect(await asked(before as Record<string, string>, services, moved)).toEqual([]);
});

test("where one is gone and one of its module is new, it is asked whether it is the same", async () => {
  expect(await asked({ "a.c": "echo" }, b)).toEqual([
    "5 a.c (echo) is gone and a.b (echo) is new: Terraform would destroy what the first made",
  ]);
});

test("of several that are new, that of the same name comes first, then that of the same service", async () => {
  const services = "{ x: { y: { module: echo } }, a: { z: { module: echo } }, n: { c: { module: echo } } }";
  expect(await asked({ "a.c": "echo" }, services)).toEqual([
    "5 a.c (echo) is gone and n.c, a.z, x.y (echo) are new: Terraform would destroy what the first made",
  ]);
});

test("an answer for one leaves the question for another", async () => {
  const services = "{ a: { x: { module: echo }, y: { module: echo } } }";
  expect(await asked({ "a.b": "echo", "a.c": "echo" }, services, "{ from: a.b, to: a.x }")).toEqual([
    "5 a.c (echo) is gone and a.y (echo) is new: Terraform would destroy what the first made",
  ]);
});

test("a move to a component of another module is refused", async () => {
  expect(await asked({ "a.c": "other" }, b, "{ from: a.c, to: a.b }")).toEqual([
    "6 a.c is a component of other, and a.b one of echo",
  ]);
});

test("synth asks before it writes, knows the tree that it wrote last, and takes the answer", async () => {
  const head = "version: 1\nname: a\nregion: x\nenvironments: { dev: {} }\n";
  const folder = await scratchFolder();
  const out = path.join(folder, "infrastructure");
  const toolbox = {
    cloud: noCloud,
    registry: echoes,
    profiles: {},
    moduleFiles: async () => echoFiles,
    template: () => "",
  };
  const render = async (text: string) => {
    await writeFiles(folder, { "groundplan.yaml": head + text });
    await synth({ spec: path.join(folder, "groundplan.yaml"), out, sources: new Sources() }, toolbox);
  };
  await render("services: { s: { a: { module: echo } } }\n");
  await expect(render("services: { s: { b: { module: echo } } }\n")).rejects.toThrow("s.a (echo) is gone and s.b");
  expect(readFileSync(path.join(out, "main.tf.json"), "utf8")).toContain('"s_a"');
  await render("services: { s: { b: { module: echo } } }\nmoved: [{ from: s.a, to: s.b }]\n");
  await render("services: { s: { b: { module: echo } } }\n");
  expect(existsSync(out)).toBe(true);
});
