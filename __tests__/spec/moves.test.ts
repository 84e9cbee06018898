import { HEAD, rendered } from "../render/rendered";
import { load } from "./project";

const spec = (body: string, moved: string) => `services: { a: { c: { module: echo${body} } } }\nmoved: [${moved}]\n`;
const withHead = (text: string) => `${HEAD}environments: { dev: {}, prod: {} }\n${text}`;

test("a component has the label that it had first, through all of its moves", async () => {
  const loaded = await load(spec("", "{ from: a.b, to: a.c }, { from: z.a, to: a.b }"));
  expect(loaded.component("a.c")).toMatchObject({ label: "a_c", firstLabel: "z_a" });
});

test("one that never moved has its own", async () => {
  const loaded = await load(spec("", ""));
  expect(loaded.component("a.c").firstLabel).toBe("a_c");
});

test("a component of a for_each moves by its own address", async () => {
  const text = `services: { a: { c: { module: echo, for_each: [x] } } }\nmoved: [{ from: a.b, to: a.c-x }]\n`;
  expect((await load(text)).component("a.c-x").firstLabel).toBe("a_b");
});

test("each move is a moved block of the whole call beside the pair of each component", async () => {
  const tree = await rendered(withHead(spec(", only: [prod]", "{ from: z.a, to: a.b }, { from: a.b, to: a.c }")));
  expect(tree.at("main.tf.json", "moved")).toEqual([
    { from: "module.a_c", to: "module.a_c[0]" },
    { from: "module.z_a", to: "module.a_b" },
    { from: "module.a_b", to: "module.a_c" },
  ]);
});

test("what is gone on purpose, and what keeps its label, needs no block", async () => {
  const text = `services: { a: { b_c: { module: echo } } }\nmoved: [{ from: a.b-c, to: a.b_c }, { from: a.x, to: null }]\n`;
  const tree = await rendered(withHead(text));
  expect(tree.at("main.tf.json", "moved")).toEqual([{ from: "module.a_b_c[0]", to: "module.a_b_c" }]);
});
