import { compose } from "../../lib/compose";
import { parseInventory, transfersOf } from "../../lib/migrate";
import { compositionMain } from "../../lib/render/composition";
import { rootsJson } from "../../lib/render/roots";
import { load } from "../spec/project";

const HEAD = "version: 1\nname: shop\nregion: us-east-1\nstates: service\nenvironments: { dev: {} }\n";

const recorded = async (services: string, moved = "") => {
  const { project } = await load(`${HEAD}services: ${services}\nmoved: [${moved}]\n`);
  const stacks = compose(project, () => ({ name: "", hash: "" }));
  return { record: parseInventory(rootsJson(stacks)), project };
};
const made = "{ module: echo }";

test("a component that moves to another service moves to its state, through all of its moves", async () => {
  const before = await recorded(`{ a: { x: ${made}, stays: ${made} }, b: { own: ${made} } }`);
  const moved = "{ from: a.x, to: a.y }, { from: a.y, to: b.z }";
  const after = await recorded(`{ a: { stays: ${made} }, b: { own: ${made}, z: ${made} } }`, moved);
  const found = transfersOf(after.project, before.record, after.record);
  expect(found.map(({ from, to, addresses }) => [from.name, to.name, addresses])).toEqual([
    ["dev/a", "dev/b", [["module.a.module.a_x", "module.b.module.b_z"]]],
  ]);
});

test("between states there is no moved block, within one there is", async () => {
  const moved = "{ from: a.w, to: a.x }, { from: b.x, to: c.z }";
  const { project } = await load(
    `${HEAD}services: { a: { x: ${made} }, b: { y: ${made} }, c: { z: ${made} } }\nmoved: [${moved}]\n`,
  );
  const stacks = compose(project, () => ({ name: "", hash: "" }));
  const blocks = stacks.flatMap((stack) => compositionMain(stack).moved as { readonly to: string }[]);
  expect(blocks.map(({ to }) => to)).toEqual(["module.a_x", "module.a_x", "module.b_y", "module.c_z"]);
});

test("one that moves within its service stays in its state", async () => {
  const before = await recorded(`{ a: { x: ${made} } }`);
  const after = await recorded(`{ a: { y: ${made} } }`, "{ from: a.x, to: a.y }");
  expect(transfersOf(after.project, before.record, after.record)).toEqual([]);
});
